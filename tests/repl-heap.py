#!/usr/bin/env python3
"""Tests of the session's commands that show the heap, through a pseudo-terminal (tests/repl.py's driver).

  tests/repl-heap.py [--engine ./nodule]        prints what is missing and `N passed, N failed` last
"""
import argparse, os, shutil, sys, tempfile

from checks import check, finish
from repl import CONTROL, Session, expect

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
    expect(s, 'list', 'var list = null; for (var i = 0; i < 3000; i++) list = {next: list}; list.next.next.length\n', r'undefined\n> ')
    expect(s, '.retainers: list', '.retainers (function () { var l = list; while (l.next) l = l.next; return l; })()\n',
           r'\nglobal → list → next ×2,999\n> ')
    expect(s, 'chain', 'function link(n) { var last = n ? link(n - 1) : {}; return function get() { return last; }; }; var chain = link(9); 0\n',
           r'\n0\n> ')
    expect(s, '.retainers: chain', '.retainers (function () { var l = chain; while (typeof l === "function") l = l(); return l; })()\n',
           r'\nglobal → chain → closure get \(→ context variable last → closure get\) ×9 → context variable last\n> ')
    expect(s, 'shared', 'var shared = {}, bus = {to: [shared, 1, shared], own: shared}; shared.self = shared; shared.part = {of: shared}; 0\n',
           r'\n0\n> ')
    expect(s, '.retainers: shared', '.retainers shared\n', r'\nglobal → shared\nalso held by: global → bus → own\n'
           r'also held by: global → bus → to → \[0\] \(2 such paths\)\n> ')
    expect(s, '.retainers: name', '.retainers "bus"\n', r'\nglobal → .*name of a property\n> ')
    expect(s, '_ again', '({part: {}})\n', r'\n\{ part: \{\} \}\n> ')
    expect(s, '.retainers: no change of _', '.retainers list\n', r'\nglobal → list\n> ')
    expect(s, '_ is as it was', '_\n', r'\n\{ part: \{\} \}\n> ')
    expect(s, '.retainers: number', '.retainers 5\n', r'\nNumbers, booleans, null and undefined have no place of their own in the heap\n> ')
    expect(s, '.retainers: error', '.retainers nope\n', r'\nUncaught ReferenceError: nope is not defined\n> ')
    expect(s, '.retainers: no argument', '.retainers\n', r'\nThe "expression" argument must be specified\n> ')


def sizes_and_shapes(s):
    expect(s, 'big', 'var big = new Array(1000).fill(0); big.length\n', r'\n1000\n> ')
    expect(s, '.size', '.size big\n', r'\n32 bytes of its own, in new_space; 80\d\d bytes retained\n> ')
    expect(s, 'huge', 'var huge = new Array(500000).fill(0); 0\n', r'\n0\n> ')
    expect(s, '.size: huge', '.size huge\n', r'; 40\d{5} bytes retained: 3\.8\d MB, \d\d\.\d % of heapUsed and external\n> ')
    expect(s, 'dictionary', 'var many = {}; for (i = 0; i < 500; i++) many["k" + i] = i; delete many.k3\n', r'\ntrue\n> ')
    expect(s, '.shape: dictionary', '.shape many\n', r'dictionary mode, 499 properties\n(  k\d+ +in the dictionary\n){16}  \.\.\. 483 more\n> ')
    expect(s, 'Point', 'function Point(x, y) { this.x = x; this.y = y; }\n', r'\nundefined\n> ')
    expect(s, 'points', 'var p = new Point(1, 2), q = new Point(3, 4); q.z = 5\n', r'\n5\n> ')
    expect(s, '.shape', '.shape p\n', r'\nhidden class (\d+), of Point: 2 properties, 2 slots in use, \d in the object\n'
           r'  x +in the object, slot 0\n  y +in the object, slot 1\nmade as: \d+ → \+x \d+ → \+y \1\nmade from it: \+z \d+\n> ')
    expect(s, '.shape: no object', '.shape "text"\n', r'\nOnly objects and functions have hidden classes\n> ')
    expect(s, '.bytecode', '.bytecode Point\n', r'\nfunction Point at 1:1, 2 parameters.*SetNamed +r1 r2 ic0  ; "x"\n.*ReturnUndefined *\na, b, c: [^\n]*\n(  [^\n]*\n)*'
           r'  SetNamed +R\[a\]\.name = R\[b\]; may call a setter[^\n]*\n  ReturnUndefined +return undefined\n> ')
    expect(s, '.bytecode: native', '.bytecode Math.max\n', r'\nA native function has no bytecode\n> ')
    expect(s, '.bytecode: no function', '.bytecode 1\n', r'\nNot a function\n> ')


def the_heap(s):
    expect(s, '.heap', '.heap\n', r'\nnew_space, To +\[#[#. ]{19}\] +\d\.\d\d MB +\d+\.\d % of +1\.00 MB\n +From +\[\.{4,20} *\] +0\.00 MB +0\.0 % of +1\.00 MB\n'
           r'old_pointer_space.*\n.*large_object_space.*\n\n')
    figures = s.wait(r'heapUsed +([\d.]+) MB = ([\d.]+) in new_space \+ ([\d.]+) in the old spaces\n'
                     r'heapTotal +([\d.]+) MB = ([\d.]+) for To and From \+ ([\d.]+) for the old spaces\n'
                     r'external +[\d.]+ MB .*\nlimit +1400\.00 MB for the old spaces \([\d.]+ % in use\), 16 MB a semispace\n> ')
    check('.heap: sums', figures and all(abs(float(figures[i]) - float(figures[i + 1]) - float(figures[i + 2])) < 0.02 for i in (1, 4)), s.output)
    lines = CONTROL.sub('', s.output).split('\n')
    check('.heap: 80 columns', all(len(line) <= 80 for line in lines[lines.index('> .heap'):]), lines)
    expect(s, 'heap', 'heap === require("nodule:heap") && heap.statistics().used > 0\n', r'\ntrue\n> ')
    expect(s, 'garbage', 'for (var i = 0; i < 1000; i++) new Array(100).fill(i)[0]\n', r'\n999\n> ')
    expect(s, '.gc', '.gc\n', r'\nnew_space +\d+ -> +0   freed \d{6,}( \([\d.]+ MB\))?\n.*all, bytes +\d+ -> +\d+   freed \d{5,}( \([\d.]+ MB\))?\n(outside the heap .*\n)?[\d.]+ ms\n> ')
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
