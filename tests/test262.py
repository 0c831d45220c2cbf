#!/usr/bin/env python3
"""Tests tools/test262.py on a checkout of a few tests: it has to see what passes, what fails, and every change.

  tests/test262.py [--engine ./nodule]        prints `N passed, N failed` last
"""
import argparse, os, subprocess, sys, tempfile
from checks import check, finish

RUNNER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'tools', 'test262.py')
ASSERT = 'function assert(ok) { if (!ok) throw new Test262Error("not so"); }\n'
STA = 'function Test262Error(message) { this.message = message; }\n' \
      'function $DONOTEVALUATE() { throw "should not be evaluated"; }\n'
DONE = 'function $DONE(e) { print(e ? "Test262:AsyncTestFailure:" + e : "Test262:AsyncTestComplete"); }\n'
FILES = {
    'harness/assert.js': ASSERT,
    'harness/sta.js': STA,
    'harness/doneprintHandle.js': DONE,
    'harness/more.js': 'var more = 1;\n',
    'test/language/not-a_FIXTURE.js': 'this is no test',
}


def entry(front, code):
    return '// text\n/*---\n%s\n---*/\n%s\n' % (front, code)


EARLY = 'negative:\n  phase: parse\n  type: SyntaxError'
# path below test/: the test, and whether it passes
TESTS = {
    'built-ins/passes.js': (entry('es5id: 1', 'assert(true);'), True),
    'built-ins/fails.js': (entry('es5id: 2', 'assert(false);'), False),
    'built-ins/global.js': (entry('es5id: 3\nflags: [noStrict]', 'var g = 1; assert(globalThis.g === 1);'), True),
    'built-ins/include.js': (entry('es5id: 4\nincludes: [more.js]', 'assert(more === 1);'), True),
    'built-ins/include-list.js': (entry('es5id: 5\nincludes:\n  - more.js', 'assert(more === 1);'), True),
    'built-ins/crlf.js': (entry('es5id: 6\nflags: [onlyStrict]', 'assert(!this || true);').replace('\n', '\r\n'), True),
    'language/fails-strict.js': (entry('es5id: 7', 'undeclared = 1;'), False),
    'language/sloppy.js': (entry('es5id: 8\nflags: [noStrict]', 'undeclared = 1;'), True),
    'language/strict.js': (entry('es5id: 9\nflags: [onlyStrict]', 'assert(!(function () { return this; })());'), True),
    'language/raw.js': (entry('es5id: 10\nflags: [raw]', 'if (typeof assert !== "undefined") throw 1;'), True),
    'language/early.js': (entry('es5id: 11\n' + EARLY, '$DONOTEVALUATE(); var = 1;'), True),
    'language/late.js': (entry('es5id: 12\n' + EARLY, '$DONOTEVALUATE();'), False),
    'language/no-error.js': (entry('es5id: 13\n' + EARLY, ''), False),
    'language/other-error.js': (entry('es5id: 14\n' + EARLY.replace('parse', 'runtime'), 'null.x;'), False),
    'language/runtime.js': (entry('es5id: 15\n' + EARLY.replace('parse', 'runtime'), 'throw new SyntaxError;'), True),
    'annexB/async.js': (entry('es5id: 16\nflags: [async]', 'setTimeout($DONE, 1);'), True),
    'annexB/async-fails.js': (entry('es5id: 17\nflags: [async]', 'setTimeout(function () { $DONE("x"); }, 1);'), False),
    'annexB/async-never.js': (entry('es5id: 18\nflags: [async]', ''), False),
}
LATER = {
    'built-ins/later.js': (entry('esid: sec-x', 'assert(true);'), True),
    'built-ins/later-fails.js': (entry('esid: sec-x\nfeatures: [Map]', 'assert(false);'), False),
    'built-ins/absent.js': (entry('esid: sec-x\nfeatures: [Temporal]', 'assert(false);'), False),
    'built-ins/Temporal/absent.js': (entry('esid: sec-x', 'assert(false);'), False),
}
FAILING = sorted(path for path, (_, passes) in TESTS.items() if not passes)


def write(folder, path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', newline='') as f:
        f.write(text)


class Runner:
    def __init__(self, folder, engine):
        self.folder, self.engine = folder, engine
        self.known = os.path.join(folder, 'known.txt')

    def run(self, *flags):
        """Exit status, lines of output."""
        command = [sys.executable, RUNNER, '--engine', self.engine, '-j', '2', '--known', self.known]
        done = subprocess.run(command + list(flags) + [self.folder], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, timeout=120)
        return done.returncode, done.stdout.splitlines()

    def list(self, paths):
        write(self.folder, 'known.txt', '# a comment\n' + ''.join('%s  # a reason\n' % path for path in paths))


def check_lists(runner):
    runner.list(FAILING)
    status, lines = runner.run()
    check('as listed', status == 0 and lines[-1] == '%d passed, 0 failed' % len(TESTS), lines)
    status, lines = runner.run('--list')
    check('--list', [line.split(':')[0] for line in lines[:-2]] == sorted(FAILING), lines)
    runner.list(FAILING[1:])
    status, lines = runner.run()
    check('fails, not listed', status == 1 and lines[-1] == '%d passed, 1 failed' % (len(TESTS) - 1)
          and lines[0].startswith('FAILED ' + FAILING[0]), lines)
    runner.list(FAILING + ['built-ins/passes.js'])
    status, lines = runner.run()
    check('passes, listed', status == 1 and lines[0].endswith(' built-ins/passes.js'), lines)
    runner.list(FAILING + ['built-ins/gone.js'])
    status, lines = runner.run()
    check('listed, not there', status == 1 and lines[0] == 'NOT THERE though it is listed: built-ins/gone.js', lines)
    status, lines = runner.run('--filter', '^language/')
    check('--filter', status == 0 and lines[-1] == '9 passed, 0 failed', lines)


def check_update(runner):
    runner.list([FAILING[0], 'built-ins/gone.js'])
    status, lines = runner.run('--update')
    check('--update', status == 0 and lines[-1] == '%d passed, 0 failed' % len(TESTS), lines)
    with open(runner.known) as f:
        text = f.read()
    check('what --update keeps', text.startswith('# a comment\n%s  # a reason\n' % FAILING[0]), text)
    check('what --update lists', [line.split()[0] for line in text.splitlines()[1:]] == sorted(FAILING), text)


def check_other_runs(runner):
    status, lines = runner.run('--all', '--filter', 'built-ins/')
    check('--all', status == 0 and lines[-1] == '6 passed, 2 failed', lines)
    status, lines = runner.run('--filter', 'nothing-has-this-name')
    check('no tests', status == 1, lines)
    write(runner.folder, 'test/annexB/endless.js', entry('es5id: 19\nflags: [raw]', 'for (;;);'))
    status, lines = runner.run('--filter', 'endless', '--timeout', '1')
    check('--timeout', status == 1 and lines[0] == 'FAILED annexB/endless.js: sloppy: timeout', lines)
    runner.engine = 'false'
    status, lines = runner.run()
    check('an engine that only fails', status == 1, lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--engine', default='./nodule')
    engine = os.path.abspath(parser.parse_args().engine)
    with tempfile.TemporaryDirectory() as folder:
        for path, text in FILES.items():
            write(folder, path, text)
        for path, (text, _) in {**TESTS, **LATER}.items():
            write(folder, 'test/' + path, text)
        runner = Runner(folder, engine)
        check_lists(runner)
        check_update(runner)
        check_other_runs(runner)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
