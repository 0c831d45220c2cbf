#!/usr/bin/env python3
"""Runs test scripts and compares what they print with what is written in them.

  run-tests.py [-j N] [--engine CMD] [--flags '...'] [--stress] [--tsan] [--filter TEXT] [--promote] PATH...

A test is a *.js file with `// expect` comments, or with a .out file beside it:
  console.log(1 + 1);   // expect: 2          the expected lines of standard output, in order
  // expect error: TypeError: x               some line of standard error contains this; exit status 1 unless given
  // status: 9                                exit status
  // flags: --expose-gc                       flags of the engine         // args: a b    arguments of the script
  // stdin: text (\\n for a newline)           // env: A=b                 // skip-stress  not under --stress
  // skip-tsan                                not under --tsan (ThreadSanitizer's own memory counts as the program's)
  // skip-flags                               not with --flags: the test prints those it was given
  // stress-every: 50                         under --gc-stress=1 collects at every 50th allocation only: a long test
name.out is the whole standard output, and after a line `--- stderr` the standard error; * in a line stands for anything.
"""
import argparse, concurrent.futures, fnmatch, os, re, shlex, subprocess, sys, time

DIRECTIVE = re.compile(r'//\s*(flags|args|stdin|env|status|stress-every):\s*(.*?)\s*$', re.M)
EXPECT = re.compile(r'//\s*expect:(?: (.*))?$')
EXPECT_ERROR = re.compile(r'//\s*expect error:\s*(.*?)\s*$', re.M)


class Test:
    def __init__(self, path):
        self.path = path
        with open(path, encoding='utf-8', newline='') as f:
            self.text = f.read()
        self.directives = {}
        for key, value in DIRECTIVE.findall(self.text):
            self.directives.setdefault(key, []).append(value)
        self.expected = []
        for line in self.text.replace('\r\n', '\n').split('\n'):
            match = EXPECT.search(line)
            if match:
                self.expected.append(match.group(1) or '')
        self.errors = EXPECT_ERROR.findall(self.text)
        out = path[:-3] + '.out'
        self.out = open(out, encoding='utf-8').read() if os.path.exists(out) else None

    def is_test(self):
        return bool(self.expected or self.errors or self.out is not None or 'status' in self.directives)


def find_tests(paths, text):
    found = []
    for path in paths:
        if os.path.isfile(path):
            found.append(path)
        for folder, folders, files in os.walk(path):
            folders[:] = sorted(f for f in folders if f not in ('fixtures', 'node_modules'))
            found += [os.path.join(folder, f) for f in sorted(files) if f.endswith('.js')]
    tests = (Test(p) for p in found if text in p)
    return [t for t in tests if t.is_test()]


def run(test, options):
    command = shlex.split(options.engine)
    command[0] = os.path.abspath(command[0]) if os.sep in command[0] else command[0]
    flags = options.flags
    for every in test.directives.get('stress-every', []):
        flags = flags.replace('--gc-stress=1', '--gc-stress=' + every)
    command += shlex.split(flags)
    for flags in test.directives.get('flags', []):
        command += shlex.split(flags)
    command += [os.path.basename(test.path)]
    for arguments in test.directives.get('args', []):
        command += shlex.split(arguments)
    environment = dict(os.environ)
    for pair in test.directives.get('env', []):
        name, _, value = pair.partition('=')
        environment[name] = value
    stdin = '\n'.join(test.directives.get('stdin', [])).replace('\\n', '\n')
    return subprocess.run(command, input=stdin.encode(), capture_output=True, env=environment,
                          cwd=os.path.dirname(os.path.abspath(test.path)), timeout=options.timeout)


def lines_match(actual, expected):
    if len(actual) != len(expected):
        return False
    # only * is special
    return all(a == e or ('*' in e and fnmatch.fnmatchcase(a, e.replace('[', '[[]').replace('?', '[?]')))
               for a, e in zip(actual, expected))


def differences(actual, expected):
    out = []
    for i in range(max(len(actual), len(expected))):
        a = actual[i] if i < len(actual) else None
        e = expected[i] if i < len(expected) else None
        if a != e:
            out.append(f'    line {i + 1}: expected {e!r}\n{" " * (9 + len(str(i + 1)))}     got {a!r}')
        if len(out) == 4:
            break
    return '\n'.join(out)


def check(test, options):
    began = time.time()
    try:
        done = run(test, options)
        if options.slow and time.time() - began > options.slow:
            print(f'{time.time() - began:.0f} s {test.path}', flush=True)
    except subprocess.TimeoutExpired:
        return '    timeout', None
    stdout = done.stdout.decode('utf-8', 'replace')
    stderr = done.stderr.decode('utf-8', 'replace')
    problems = []
    status = int(test.directives['status'][0]) if 'status' in test.directives else 1 if test.errors else 0
    if test.out is not None:
        want_out, _, want_err = test.out.partition('--- stderr\n')
        if not lines_match(stdout.split('\n'), want_out.split('\n')):
            problems.append(differences(stdout.split('\n'), want_out.split('\n')))
        if want_err and not lines_match(stderr.split('\n'), want_err.split('\n')):
            problems.append('    standard error:\n' + differences(stderr.split('\n'), want_err.split('\n')))
    else:
        lines = stdout.split('\n')
        if lines[-1] == '':
            lines.pop()
        lines = [line.rstrip() for line in lines]
        if lines != [e.rstrip() for e in test.expected]:
            problems.append(differences(lines, test.expected))
    for error in test.errors:
        if not any(error in line for line in stderr.split('\n')):
            problems.append(f'    standard error has no {error!r}: {stderr[:400]!r}')
    if test.out is None or 'status' in test.directives:
        if done.returncode != status:
            problems.append(f'    status {done.returncode}, expected {status}: {stderr[-400:]!r}')
    return '\n'.join(problems), stdout


def promote(test, stdout):
    lines = stdout.split('\n')[:-1]
    if len(lines) != len(test.expected):
        print(f'not promoted (the number of lines changed): {test.path}')
        return
    values = iter(lines)
    new = [re.sub(r'(//\s*expect:).*$', lambda m: (m.group(1) + ' ' + next(values)).rstrip(), line) if EXPECT.search(line) else line
           for line in test.text.split('\n')]
    with open(test.path, 'w', encoding='utf-8', newline='') as f:
        f.write('\n'.join(new))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('-j', type=int, default=os.cpu_count())
    parser.add_argument('--engine', default='./nodule')
    parser.add_argument('--flags', default='')
    parser.add_argument('--stress', action='store_true')
    parser.add_argument('--tsan', action='store_true')
    parser.add_argument('--filter', default='')
    parser.add_argument('--slow', type=float, help='name tests that take longer than so many seconds')
    parser.add_argument('--timeout', type=float, default=400)
    parser.add_argument('--promote', action='store_true')
    parser.add_argument('paths', nargs='+')
    arguments = sys.argv[1:]
    if '--flags' in arguments[:-1]:  # its value begins with a dash
        at = arguments.index('--flags')
        arguments[at:at + 2] = ['--flags=' + arguments[at + 1]]
    options = parser.parse_args(arguments)
    tests = find_tests(options.paths, options.filter)
    words = [word for word in ('stress', 'tsan', 'flags') if getattr(options, word)]
    skipped = [t for t in tests if any(re.search(r'//\s*skip-' + word, t.text) for word in words)]
    tests = [t for t in tests if t not in skipped]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for test, (problem, stdout) in zip(tests, pool.map(lambda t: check(t, options), tests)):
            if problem and options.promote and stdout is not None:
                promote(test, stdout)
            elif problem:
                failed += 1
                print(f'FAILED {test.path}\n{problem}', flush=True)
    note = f', {len(skipped)} skipped' if skipped else ''
    print(f'{len(tests) - failed} passed, {failed} failed{note}')
    return 1 if failed or not tests else 0


sys.exit(main())
