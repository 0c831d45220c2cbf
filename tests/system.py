#!/usr/bin/env python3
"""Tests of nodule and the system around it: how it ends, where its output goes, what its environment says, small limits.

  tests/system.py [--engine ./nodule] [--reference node]

The values are node's, written in; with --reference node, node is what is run, to check them.
Prints a line for each test that fails and `N passed, N failed` last.
"""
import argparse, os, subprocess, sys, tempfile, time

from checks import check, finish

LOG = 'var p = process, log = console.log; p.on("exit", function (c) { log("exit", c, p.exitCode); });\n'


def run(command, source=None, timeout=60, **more):
    return subprocess.run(command, input=source, capture_output=True, text=True, timeout=timeout, errors='replace', **more)


# ---------------------------------------------------------------------------------------------------- how it ends
THROW = "throw new Error('first');"
ENDINGS = [  # name, source, standard output, exit status, what standard error has, what it has not
    ('nothing to do', '', 'exit 0 undefined', 0, '', 'rror'),
    ('uncaught', THROW, 'exit 1 1', 1, 'Error: first', ''),
    ('uncaught in a timer', f'setTimeout(function () {{ {THROW} }});', 'exit 1 1', 1, 'Error: first', ''),
    ('uncaught in a tick', f'p.nextTick(function () {{ {THROW} }});', 'exit 1 1', 1, 'Error: first', ''),
    ('uncaught in a microtask', f'queueMicrotask(function () {{ {THROW} }});', 'exit 1 1', 1, 'Error: first', ''),
    ('uncaught before beforeExit', f'p.on("beforeExit", function () {{ {THROW} }});', 'exit 1 1', 1, 'Error: first', ''),
    ('a code before', f'p.exitCode = 9; {THROW}', 'exit 1 1', 1, 'Error: first', ''),
    ('exit changes the code', f'p.on("exit", function () {{ p.exitCode = 5; }}); {THROW}', 'exit 1 1', 5, 'Error: first', ''),
    ('exit clears the code', f'p.on("exit", function () {{ p.exitCode = undefined; }}); {THROW}', 'exit 1 1', 1, 'first', ''),
    ('exit ends it', f'p.on("exit", function () {{ p.exit(6); }}); {THROW}', 'exit 1 1', 6, '', 'Error'),
    ('exit throws, too', f'p.on("exit", function () {{ throw new Error("second"); }}); {THROW}', 'exit 1 1', 1, 'Error: first', 'Error: second'),
    ('exit throws at the end', f'p.on("exit", function () {{ {THROW} }});', 'exit 0 undefined', 1, 'Error: first', ''),
    ('exit throws after a code', f'p.exitCode = 3; p.on("exit", function () {{ {THROW} }});', 'exit 3 3', 3, 'Error: first', ''),
    ('exit throws in process.exit', f'p.on("exit", function () {{ {THROW} }}); p.exit(3);', 'exit 3 3', 3, 'Error: first', ''),
    ('exit throws and that is handled', f'p.on("uncaughtException", function (e) {{ log(e.message); }});'
     f'p.on("exit", function () {{ {THROW} }});', 'exit 0 undefined\nfirst', 0, '', 'rror'),
    ('handled', f'p.exitCode = 9; p.on("uncaughtException", function (e, o) {{ log(e.message, o, p.exitCode); }}); {THROW}',
     'first uncaughtException 9\nexit 9 9', 9, '', 'rror'),
    ('handler sets the code', f'p.on("uncaughtException", function () {{ p.exitCode = 33; }}); {THROW}', 'exit 33 33', 33, '', 'rror'),
    ('handler ends it', f'p.on("uncaughtException", function () {{ p.exit(); }}); {THROW}', 'exit 0 undefined', 0, '', 'rror'),
    ('handler throws', f'p.on("uncaughtException", function () {{ throw new Error("second"); }}); {THROW}', '', 7, 'Error: second', 'Error: first'),
    ('monitor', f'p.on("uncaughtExceptionMonitor", function (e, o) {{ log(e.message, o, p.exitCode); }}); {THROW}',
     'first uncaughtException undefined\nexit 1 1', 1, 'Error: first', ''),
    ('monitor throws', f'p.on("uncaughtExceptionMonitor", function () {{ throw new Error("second"); }}); {THROW}', '', 7, 'Error: second', 'Error: first'),
    ('captured', f'p.setUncaughtExceptionCaptureCallback(function (e) {{ log(e.message, p.hasUncaughtExceptionCaptureCallback()); }});'
     f'setTimeout(function () {{ log("on"); }}); {THROW}', 'first true\non\nexit 0 undefined', 0, '', 'rror'),
    ('captured twice', 'p.setUncaughtExceptionCaptureCallback(log); try { p.setUncaughtExceptionCaptureCallback(log); }'
     'catch (e) { log(e.code); } p.setUncaughtExceptionCaptureCallback(null); log(p.hasUncaughtExceptionCaptureCallback());',
     'ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET\nfalse\nexit 0 undefined', 0, '', 'rror'),
    ('exit(undefined)', 'p.exitCode = 3; p.exit(undefined);', 'exit 0 undefined', 0, '', 'rror'),
    ('exit(null)', 'p.exitCode = 3; p.exit(null);', 'exit 0 null', 0, '', 'rror'),
    ('exit()', 'p.exitCode = 3; p.exit();', 'exit 3 3', 3, '', 'rror'),
    ('exit with a text', 'p.exit("7");', 'exit 7 7', 7, '', 'rror'),
    ('exit with too much', 'p.exit(1e10);', 'exit 10000000000 10000000000', 0, '', 'rror'),
    ('exit with a word', 'p.exit("abc");', 'exit 1 1', 1, 'The "code" argument must be of type number. Received type string (\'abc\')', ''),
    ('exit with a fraction', 'p.exitCode = 1.5;', 'exit 1 1', 1, 'The value of "code" is out of range. It must be an integer. Received 1.5', ''),
    ('the code is as it was set', 'p.exitCode = "7"; log(p.exitCode, typeof p.exitCode); p.exitCode = 300;', '7 string\nexit 300 300', 44, '', 'rror'),
    ('below zero', 'p.exit(-1)', 'exit -1 -1', 255, '', 'rror'),
    ('exitCode cannot be deleted', 'p.exitCode = 3; log(delete p.exitCode);', 'false\nexit 3 3', 3, '', 'rror'),
    ('exit in exit', 'p.on("exit", function (c) { log("a", c); if (c !== 9) p.exit(9); }); p.on("exit", log); p.exit(2);',
     'exit 2 2\na 2', 9, '', 'rror'),
    ('after exit', 'p.on("exit", function () { setTimeout(log); p.nextTick(log); setImmediate(log); queueMicrotask(function () { log("micro"); }); });',
     'exit 0 undefined\nmicro', 0, '', 'rror'),
    ('reallyExit', 'p.reallyExit(5);', '', 5, '', 'rror'),
    ('reallyExit replaced', 'var real = p.reallyExit; p.reallyExit = function (c) { log("mine", c); real.call(p, c + 1); }; p.exit(4);',
     'exit 4 4\nmine 4', 5, '', 'rror'),
    ('no finally', 'try { p.exit(3); } catch (e) { log("caught"); } finally { log("finally"); }', 'exit 3 3', 3, '', 'rror'),
    ('a text thrown', "throw 'a text';", 'exit 1 1', 1, 'a text', ''),
    ('null thrown', 'throw null;', 'exit 1 1', 1, 'null', ''),
    ('deep recursion', '(function f() { f(); })();', 'exit 1 1', 1, 'RangeError: Maximum call stack size exceeded', ''),
]


def endings(engine):
    for name, source, output, status, has, has_not in ENDINGS:
        done = run([engine, '-'], LOG + source)
        what = 'ends: ' + name
        check(what, (done.stdout.strip(), done.returncode) == (output, status), f'{done.stdout!r} {done.returncode}')
        check(what + ', standard error', has in done.stderr and not (has_not and has_not in done.stderr), done.stderr)


# --------------------------------------------------------------------------------------------------- NODE_OPTIONS
LIMIT = 'require("v8").getHeapStatistics().heap_size_limit < 500 * 1048576'
ENVIRONMENT = [  # NODE_OPTIONS, what is printed, standard output, the first line of standard error, exit status
    ('--max-old-space-size=300', LIMIT, 'true', '', 0),
    ('--max_old_space_size=300', LIMIT, 'true', '', 0),
    ('--no-warnings "--max-old-space-size=300"', LIMIT, 'true', '', 0),
    ('"--max-old-\\space-size=300"', LIMIT, 'true', '', 0),
    ('--expose-gc', 'typeof gc', 'function', '', 0),
    ('   ', '1', '1', '', 0),
    ('word --no-such-flag', '1', '1', '', 0),
    ('- --no-such-flag', '1', '1', '', 0),
    ('"" --no-warnings', 'process.execArgv.length', '2', '', 0),
    ('--no-such-flag', '1', '', '--no-such-flag is not allowed in NODE_OPTIONS', 9),
    ('--no-warnings --stack-size=900', '1', '', '--stack-size= is not allowed in NODE_OPTIONS', 9),
    ('--trace-gc', '1', '', '--trace-gc is not allowed in NODE_OPTIONS', 9),
    ('-e 1', '1', '', '-e is not allowed in NODE_OPTIONS', 9),
    ('--eval=1', '1', '', '--eval= is not allowed in NODE_OPTIONS', 9),
    ('--version', '1', '', '--version is not allowed in NODE_OPTIONS', 9),
    ('--', '1', '', '-- is not allowed in NODE_OPTIONS', 9),
    ("'--no-warnings'", '1', '1', '', 0),
    ('--no-warnings\t--x', '1', '', '--no-warnings\t--x is not allowed in NODE_OPTIONS', 9),
    ('--require', '1', '', '--require requires an argument', 9),
    ('--require -p', '1', '', '--require requires an argument', 9),
    ('--require "a b', '1', '', 'invalid value for NODE_OPTIONS (unterminated string)', 9),
    ('"a\\', '1', '', 'invalid value for NODE_OPTIONS (invalid escape)', 9),
]


def environment(engine):
    name = os.path.basename(engine)
    for options, code, output, error, status in ENVIRONMENT:
        done = run([engine, '-p', code], env={**os.environ, 'NODE_OPTIONS': options})
        first = done.stderr.split('\n')[0]
        check(f'NODE_OPTIONS={options!r}', (done.stdout.strip(), first, done.returncode) == (output, error and f'{name}: {error}', status), done)
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'a b.js'), 'w') as file:
            file.write('console.log("loaded", process.execArgv.join());')
        done = run([engine, '-p', '1'], env={**os.environ, 'NODE_OPTIONS': '"--require" "./a b.js"'}, cwd=folder)
        check('NODE_OPTIONS: a name with a space', done.stdout == 'loaded -p,1\n1\n', done)
        done = run([engine, '--max-old-space-size=2000', '-p', LIMIT], env={**os.environ, 'NODE_OPTIONS': '--max-old-space-size=300'})
        check('NODE_OPTIONS come before the command line', done.stdout == 'false\n', done)
    for value, lines in (('1', 0), ('0', 2)):
        done = run([engine, '-e', 'process.emitWarning("x")'], env={**os.environ, 'NODE_NO_WARNINGS': value})
        check('NODE_NO_WARNINGS=' + value, done.stderr.count('\n') == lines, done.stderr)


UNKNOWN = [  # option, what standard error says
    ('--max-old-space', 'nodule: bad option: --max-old-space (did you mean --max-old-space-size?)'),
    ('--max-old-spaces-size=4', 'nodule: bad option: --max-old-spaces-size=4 (did you mean --max-old-space-size?)'),
    ('--trace_gc_verbos', 'nodule: bad option: --trace_gc_verbos (did you mean --trace-gc-verbose?)'),
    ('--requir', 'nodule: bad option: --requir (did you mean --require?)'),
    ('--no-such-thing', 'nodule: bad option: --no-such-thing'),
    ('-x', 'nodule: bad option: -x'),
    ('--inspect', "nodule: node has --inspect, nodule v0.2.0 has not yet: the session (nodule -i) and require('nodule:heap') show the heap"),
    ('--prof', 'nodule: node has --prof, nodule v0.2.0 has not yet: perf record shows where a program spends its time'),
    ('--heap_prof', 'nodule: node has --heap_prof, nodule v0.2.0 has not yet: v8.writeHeapSnapshot() and --trace-gc show the heap'),
    ('--no-experimental-fetch', 'nodule: node has --no-experimental-fetch, nodule v0.2.0 has not yet'),
    ('--max-heap-size=50', 'nodule: node has --max-heap-size, nodule v0.2.0 has not yet: --max-old-space-size'),
]


def unknown_options(engine):
    for option, line in UNKNOWN:
        done = run([engine, option, '-p', '1'])
        check(option, (done.stdout, done.stderr.rstrip(), done.returncode) == ('', line, 9), done)


# ------------------------------------------------------------------------------- a reader that has gone, a full disk
GONE = [  # name, source, exit status, words on standard error, in order
    ('console, once', 'setTimeout(function () { console.log(1); }, 50);', 0, []),
    ('console, a burst', 'setTimeout(function () { for (var i = 0; i < 100; i++) console.log(i); console.error("end"); }, 50);', 0, ['end']),
    ('console, again', 'setInterval(function () { console.log(1); }, 20);', 1, ['Error: write EPIPE', "code: 'EPIPE'"]),
    ('write', 'setTimeout(function () { process.stdout.write("1"); console.error("end"); }, 50);', 1, ['end', 'Error: write EPIPE']),
    ('uncaughtException', 'process.on("uncaughtException", function (e) { console.error("heard", e.syscall, e.code, e.errno); process.exit(2); });'
     'setInterval(function () { console.log(1); }, 20);', 2, ['heard write EPIPE -32']),
    ('a listener', 'process.stdout.on("error", function (e) { console.error("heard", e.message); });'
     'setTimeout(function () { console.log(1); console.error("after"); }, 50); setTimeout(function () { console.log(1); }, 100);',
     0, ['after', 'heard write EPIPE', 'heard write EPIPE']),
]


def reader_gone(engine):
    for name, source, status, words in GONE:
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run([engine, '-e', source], stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60)
        os.close(writing)
        at = [done.stderr.find(word) for word in words]
        check('reader gone: ' + name, (done.returncode, -1 in at, sorted(at)) == (status, False, at), (done.returncode, done.stderr))
    with open('/dev/full', 'w') as full:
        source = 'process.stdout.on("error", function (e) { console.error(e.message); }); process.stdout.write("1");'
        done = subprocess.run([engine, '-e', source], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
        check('full: a listener', (done.returncode, done.stderr) == (0, 'ENOSPC: no space left on device, write\n'), done)


def killed(engine):
    source = 'process.on("SIGALRM", function () {}); for (var i = 0; i < 1000; i++) console.log(i); for (;;);'
    with tempfile.TemporaryFile('w+') as file:
        process = subprocess.Popen([engine, '-e', source], stdout=file)
        for _ in range(200):
            time.sleep(0.05)
            if os.fstat(file.fileno()).st_size >= 3890:
                break
        process.kill()
        process.wait()
        check('killed: what was printed is there', os.fstat(file.fileno()).st_size == 3890, os.fstat(file.fileno()).st_size)


# ------------------------------------------------------------------------------------------- what the system has little of
def limits(engine):
    def limited(what, command):
        return run(['bash', '-c', f'ulimit {what}; exec "$@"', 'bash', engine] + command)

    for files in (6, 7, 8):
        done = limited(f'-n {files}', ['-p', '1'])
        check(f'{files} descriptors', (done.returncode, done.stderr) == (1, 'nodule: the event loop cannot be made: too many open files\n'), done)
    check('20 descriptors', limited('-n 20', ['-p', '1']).stdout == '1\n')
    deep = 'function f() { f(); } try { f(); } catch (e) { e.message; }'
    for source, output in (('1', '1'), (deep, 'Maximum call stack size exceeded'),
                           ('try { JSON.parse("[".repeat(1e5)); } catch (e) { e.name; }', 'SyntaxError'),
                           ('(function g(n) { return [1].map(function () { return n ? g(n - 1) : 1; }); })(20).length', '1')):
        done = limited('-s 256', ['-p', source])
        check('256 kB of stack: ' + source[:30], (done.stdout.strip(), done.returncode) == (output, 0), done)
    with tempfile.TemporaryDirectory() as folder:
        source = f'try {{ require("fs").writeFileSync({folder + "/big"!r}, "x".repeat(1e5)); }} catch (e) {{ console.error(e.code); }}'
        for first in ('', 'process.once("SIGXFSZ", function () {}); process.removeAllListeners("SIGXFSZ");'):
            done = limited('-f 1', ['-e', first + source])
            check('largest file ' + first[:12], (done.stderr, done.returncode) == ('EFBIG\n', 0), done)


def standard_input(engine):
    folder = os.open('/', os.O_RDONLY)
    done = subprocess.run([engine], stdin=folder, capture_output=True, text=True, timeout=60)
    os.close(folder)
    check('a folder as standard input', (done.stdout, done.stderr, done.returncode) == ('', '', 0), done)
    done = run(['bash', '-c', 'exec "$1" - <&-', 'bash', engine])
    check('standard input is closed', (done.stdout, done.stderr, done.returncode) == ('', '', 0), done)
    done = run([engine, '-'], 'console.log("a\0b".length);\n')
    check('a NUL in a text', (done.stdout, done.returncode) == ('3\n', 0), done)
    done = run([engine, '-'], 'console.log(1);\n\0')
    check('a NUL in the source', done.returncode == 1 and 'SyntaxError: Invalid or unexpected token' in done.stderr, done)


PARTS = [endings, environment, unknown_options, reader_gone, killed, limits, standard_input]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--engine', default=os.path.join(os.path.dirname(__file__), '..', 'nodule'))
    parser.add_argument('--reference')
    parser.add_argument('--only', default='')
    options = parser.parse_args()
    engine = options.reference or os.path.abspath(options.engine)
    for part in PARTS:
        if options.only in part.__name__:
            part(engine)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
