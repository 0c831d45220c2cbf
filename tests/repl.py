#!/usr/bin/env python3
"""Tests of the interactive session through a pseudo-terminal.

  tests/repl.py [--engine ./nodule]

Each step types something and waits for output, never for time.  Prints what is missing and `N passed, N failed` last.
"""
import argparse, os, pty, re, select, shutil, signal, subprocess, sys, tempfile, time

from checks import check, finish

PATIENCE = 60  # seconds until output that does not come is missing
CONTROL = re.compile(r'\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[=>]|[\x07\r]')


class Session:
    def __init__(self, engine, home, flags=(), **environment):
        self.output, self.seen = '', 0
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            variables = {'PATH': os.environ.get('PATH', ''), 'HOME': home, 'TERM': 'xterm', 'LC_ALL': 'C.UTF-8', 'NO_COLOR': '1'}
            variables.update(environment)
            os.chdir(home)
            os.execve(engine, [engine, *flags], variables)

    def read(self, seconds):
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b''
        if not data:
            return False
        self.output += data.decode('utf-8', 'replace')
        return True

    def wait(self, pattern, seconds=PATIENCE):
        """The match of `pattern` in what has come since the last one, or None."""
        end = time.monotonic() + seconds
        while True:
            text = CONTROL.sub('', self.output)
            match = re.compile(pattern, re.M | re.S).search(text, self.seen)
            if match:
                self.seen = match.end()
                return match
            if time.monotonic() > end or not self.read(end - time.monotonic()):
                return None

    def type(self, text):
        os.write(self.fd, text.encode())

    def status(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            self.read(0.05)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        return None


def expect(session, name, typed, pattern):
    session.type(typed)
    check(name, session.wait(pattern), repr(CONTROL.sub('', session.output)[session.seen:]))


def interrupt(session):
    """Control-C, as a person types it: again when nothing happens (it may come before the loop has begun)."""
    for _ in range(PATIENCE):
        session.type('\x03')
        if session.wait(r'interrupted by `SIGINT`.*?\n> ', seconds=1):
            return True
    return False


def conversation(engine, home):
    s = Session(engine, home)
    check('welcome', s.wait(r'Welcome to nodule v\S+.*?\n> '), s.output)
    expect(s, 'number', '6 * 7\n', r'\n42\n> ')
    expect(s, 'last value', '_ + 1\n', r'\n43\n> ')
    expect(s, 'object, not block', '{a: 1}\n', r'\n\{ a: 1 \}\n> ')
    expect(s, 'string', '"it" + "s"\n', r"\n'its'\n> ")
    expect(s, 'unfinished', 'function twice(n) {\n', r'\n\.\.\. ')
    expect(s, 'finished', 'return 2 * n; }\n', r'\nundefined\n> ')
    expect(s, 'function', 'twice(21)\n', r'\n42\n> ')
    expect(s, 'let', 'let x = 1\n', r'\nundefined\n> ')
    expect(s, 'let again', 'let x = 2\n', r'\nundefined\n> ')
    expect(s, 'let seen', 'x\n', r'\n2\n> ')
    expect(s, 'error', 'nothing.there\n', r'\nUncaught ReferenceError: nothing is not defined\n> ')
    expect(s, 'syntax error', 'a b\n', r'Uncaught SyntaxError: .*?\n> ')
    expect(s, 'thrown value', 'throw "text"\n', r"\nUncaught 'text'\n> ")
    expect(s, 'Chinese text', '"内存" + "管理"\n', r"\n'内存管理'\n> ")
    expect(s, 'cursor keys', '13\x1b[D2\n', r'\n123\n> ')
    expect(s, 'long line', '"' + 'a' * 200 + '".length\n', r'\n200\n> ')
    expect(s, 'completion', 'process.memoryU\t().rss > 0\n', r'\ntrue\n> ')
    expect(s, 'regular expression', '"a1".replace(/\\d/, "$&$&")\n', r"\n'a11'\n> ")
    expect(s, 'memory', 'process.memoryUsage()\n',
           r'\n\{\n  rss: \d+,\n  heapTotal: \d+,\n  heapUsed: \d+,\n  external: \d+,\n  arrayBuffers: \d+\n\}\n> ')
    expect(s, 'os.totalmem', 'os.totalmem() > os.freemem()\n', r'\ntrue\n> ')
    expect(s, 'timer', 'setTimeout(function () { console.log("ti" + "ck"); }, 1); 0\n', r'tick')
    s.type('while (true) {}\n')
    check('loop begins', s.wait(r'while \(true\) \{\}\n'), s.output)
    check('Control-C', interrupt(s), s.output)
    expect(s, 'alive', '1 + 1\n', r'\n2\n> ')
    expect(s, '.help', '.help\n', r'\.editor.*\.load.*\.save.*\n> ')
    expect(s, '.exit', '.exit\n', r'')
    check('status', s.status() == 0)


def history(engine, home):
    file = os.path.join(home, 'history')
    s = Session(engine, home, NODE_REPL_HISTORY=file)
    s.wait('> ')
    expect(s, 'history: first session', '"kept" + 1\n', r"\n'kept1'\n> ")
    s.type('\x04')
    check('history: status', s.status() == 0)
    s = Session(engine, home, NODE_REPL_HISTORY=file)
    s.wait('> ')
    expect(s, 'history: second session', '\x1b[A\n', r"\n'kept1'\n> ")
    s.type('\x04')
    check('history: status again', s.status() == 0)


def out_of_memory(engine, home):
    file = os.path.join(home, 'last')
    s = Session(engine, home, ['--max-old-space-size=10'], NODE_REPL_HISTORY=file)
    s.wait('> ')
    s.type('var a = []; for (;;) a.push({})\n')
    check('out of memory: report', s.wait('JavaScript heap out of memory'), s.output)
    check('out of memory: status', s.status() == -signal.SIGABRT)
    check('out of memory: history', 'a.push({})' in open(file, encoding='utf-8').read())


def no_terminal(engine, home):
    done = subprocess.run([engine, '-i'], input='1 + 1\nvar f = function () {\nreturn 3 }\nf()\nnope\n.exit\n', capture_output=True,
                          text=True, cwd=home, timeout=PATIENCE, env=dict(os.environ, HOME=home))
    check('piped -i', '> 2\n' in done.stdout and '... ' in done.stdout and '> 3\n' in done.stdout, done.stdout)
    check('piped -i: error', 'Uncaught ReferenceError: nope is not defined' in done.stdout, done.stdout)
    done = subprocess.run([engine], input='console.log(1 + 1)\n3\n', capture_output=True, text=True, cwd=home, timeout=PATIENCE)
    check('piped: a script', done.stdout == '2\n' and done.returncode == 0, done.stdout)
    s = Session(engine, home, TERM='dumb')
    check('dumb terminal: prompt', s.wait('> '), s.output)
    expect(s, 'dumb terminal', '2 + 3\n', r'5\n')
    expect(s, 'dumb terminal: exit', '.exit\n', r'')
    check('dumb terminal: status', s.status() == 0)


def main():
    options = argparse.ArgumentParser(description='tests the interactive session')
    options.add_argument('--engine', default='./nodule')
    engine = os.path.abspath(options.parse_args().engine)
    for test in conversation, history, out_of_memory, no_terminal:
        home = tempfile.mkdtemp()
        try:
            test(engine, home)
        except OSError as e:
            check(test.__name__, False, e)
        shutil.rmtree(home, ignore_errors=True)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
