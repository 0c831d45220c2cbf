#!/usr/bin/env python3
"""Tests of the session's commands that show the heap, through a pseudo-terminal (tests/repl.py's driver).

  tests/repl-heap.py [--engine ./nodule]        prints what is missing and `N passed, N failed` last
"""
import argparse, os, shutil, sys, tempfile

from checks import check, finish
from repl import Session, expect

# The closure example of the text about memory, typed as it stands; its function is kept by a global variable.
CLOSURE = '''var bar = function() {
var local = "局部变量";
return function() {
return local;
};
};
'''


def closures(s):
    for line in CLOSURE.splitlines(True):
        expect(s, 'closure: ' + line.strip(), line, r'(> |\.\.\. )$')
    expect(s, 'closure: called', 'var baz = bar(); baz()\n', r"\n'局部变量'\n> ")
    expect(s, '.retainers: closure', '.retainers baz()\n', r'\nglobal → baz → closure \(anonymous, REPL\d+:3\) → context variable local\n> ')
    expect(s, 'cache', 'var cache = {}; (function () { var local = [1, 2, 3]; cache.get = function get() { return local; }; })()\n',
           r'\nundefined\n> ')
    expect(s, '.retainers: named closure', '.retainers cache.get()\n', r'\nglobal → cache → closure get → context variable local\n> ')


def retainers(s):
    expect(s, 'let', 'let kept = [0, {a: {}}]\n', r'\nundefined\n> ')
    expect(s, '.retainers: let', '.retainers kept[1].a\n', r'\nlet and const of scripts → kept → \[1\] → a\n> ')
    expect(s, '_', '({part: {}})\n', r'\n\{ part: \{\} \}\n> ')
    expect(s, '.retainers: _', '.retainers _.part\n', r"\nheld only by _ \(the session's last result\) → part\n> ")
    expect(s, '.retainers: nothing', '.retainers {}\n', r'\nheld only by this call\n> ')
    expect(s, '_ is as it was', '_\n', r'\n\{ part: \{\} \}\n> ')
    expect(s, '.retainers: number', '.retainers 5\n', r'\nNumbers, booleans, null and undefined have no place of their own in the heap\n> ')
    expect(s, '.retainers: error', '.retainers nope\n', r'\nUncaught ReferenceError: nope is not defined\n> ')
    expect(s, '.retainers: no argument', '.retainers\n', r'\nThe "expression" argument must be specified\n> ')


def sizes_and_shapes(s):
    expect(s, 'big', 'var big = new Array(1000).fill(0); big.length\n', r'\n1000\n> ')
    expect(s, '.size', '.size big\n', r'\n32 bytes of its own, in new_space; 80\d\d bytes retained\n> ')
    expect(s, 'Point', 'function Point(x, y) { this.x = x; this.y = y; }\n', r'\nundefined\n> ')
    expect(s, 'points', 'var p = new Point(1, 2), q = new Point(3, 4); q.z = 5\n', r'\n5\n> ')
    expect(s, '.shape', '.shape p\n', r'\nhidden class (\d+), of Point: 2 properties, 2 slots in use, \d in the object\n'
           r'  x +in the object, slot 0\n  y +in the object, slot 1\nmade as: \d+ → \+x \d+ → \+y \1\nmade from it: \+z \d+\n> ')
    expect(s, '.shape: no object', '.shape "text"\n', r'\nOnly objects and functions have hidden classes\n> ')
    expect(s, '.bytecode', '.bytecode Point\n', r'\nfunction Point at 1:1, 2 parameters.*SetNamed +r1 r2 ic0  ; "x"\n.*ReturnUndefined *\n> ')
    expect(s, '.bytecode: native', '.bytecode Math.max\n', r'\nA native function has no bytecode\n> ')
    expect(s, '.bytecode: no function', '.bytecode 1\n', r'\nNot a function\n> ')


def the_heap(s):
    expect(s, '.heap', '.heap\n', r'\nnew_space +\[#[#. ]{39}\] +\d+ +\d+ +\d+ +16384\n.*old_pointer_space.*1433600\n.*large_object_space.*\n> ')
    expect(s, 'garbage', 'for (var i = 0; i < 1000; i++) new Array(100).fill(i)[0]\n', r'\n999\n> ')
    expect(s, '.gc', '.gc\n', r'\nnew_space +\d+ -> +0   freed \d{6,}\n.*all, bytes +\d+ -> +\d+   freed \d{6,}\n[\d.]+ ms\n> ')
    expect(s, '.gc minor', '.gc minor\n', r'\nall, bytes .*ms\n> ')
    expect(s, '.gc: other', '.gc all\n', r'\nThe argument must be minor or major\n> ')
    expect(s, '.help', '.help\n', r'\.bytecode .*\.gc .*\.heap .*\.retainers .*\.shape .*\.size .*\n> ')
    expect(s, 'nodule:heap', 'require("nodule:heap").spaceOf(big)\n', r"\n'old_pointer_space'\n> ")


def main():
    options = argparse.ArgumentParser(description='tests the commands that show the heap')
    options.add_argument('--engine', default='./nodule')
    engine = os.path.abspath(options.parse_args().engine)
    home = tempfile.mkdtemp()
    s = Session(engine, home)
    check('prompt', s.wait('> '), s.output)
    for test in closures, retainers, sizes_and_shapes, the_heap:
        test(s)
    s.type('.exit\n')
    check('status', s.status() == 0)
    shutil.rmtree(home, ignore_errors=True)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
