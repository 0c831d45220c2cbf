#!/usr/bin/env python3
"""Tests of the interactive session through a pseudo-terminal.

  tests/repl.py [--engine ./nodule] [--flags '--gc-stress=20 --verify-heap'] [--filter WORD]

Each step types something and waits for output, never for time.  Prints what is missing and `N passed, N failed` last.
"""
import argparse, codecs, fcntl, os, pty, re, resource, select, shutil, signal, struct, subprocess, sys, tempfile, termios, time

from checks import check, finish
from screen import Screen

PATIENCE = float(os.environ.get("PATIENCE", 60))  # seconds until output that does not come is missing
CONTROL = re.compile(r'\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[=>]|[\x07\r]')
LEFT, RIGHT, UP, HOME, END, ESCAPE = '\x1b[D', '\x1b[C', '\x1b[A', '\x1b[H', '\x1b[F', '\x1b'


def control(letter):
    return chr(ord(letter) & 31)


class Session:
    all_flags = []

    def __init__(self, engine, home, flags=(), rows=24, columns=80, flags_of_engine=True, file_size=None, **environment):
        self.output, self.seen = '', 0
        self.decoder = codecs.getincrementaldecoder('utf-8')('replace')
        self.screen = Screen(rows, columns)
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            variables = {'PATH': os.environ.get('PATH', ''), 'HOME': home, 'TERM': 'xterm', 'LC_ALL': 'C.UTF-8', 'NO_COLOR': '1'}
            variables.update(environment)
            os.chdir(home)
            self.set_size(0, rows, columns)
            if file_size:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))
            flags = [*self.all_flags, *flags] if flags_of_engine else flags
            os.execve(engine, [engine, *flags], {name: value for name, value in variables.items() if value is not None})

    @staticmethod
    def set_size(fd, rows, columns):
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))

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
        text = self.decoder.decode(data)
        self.output += text
        self.screen.feed(text)
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

    def shows(self, text, row=None, column=None, seconds=PATIENCE):
        """Waits until the screen ends with `text`, with the cursor there: counted from the text's first line."""
        end = time.monotonic() + seconds
        while True:
            screen = self.screen.text()
            first = self.screen.row if row is None else screen.count('\n') - text.count('\n') + row
            if screen.endswith(text) and first == self.screen.row and (column is None or self.screen.column == column):
                return True
            if time.monotonic() > end or not self.read(end - time.monotonic()):
                return False

    def type(self, text):
        """Types as somebody does who waits for what a tab does."""
        for part in re.findall(r'[^\t]*\t|[^\t]+', text):
            self.paste(part)
            if part.endswith('\t'):
                self.wait_until_idle()

    def wait_until_idle(self):
        """Until the session has taken all that was typed and waits for more."""
        terminal = os.open(f'/proc/{self.pid}/fd/0', os.O_RDONLY | os.O_NOCTTY)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.read(0.002)
            waiting = struct.unpack('i', fcntl.ioctl(terminal, termios.FIONREAD, b'    '))[0]
            with open(f'/proc/{self.pid}/stat', encoding='utf-8') as file:
                sleeping = file.read().rpartition(')')[2].split()[0] == 'S'
            if waiting == 0 and sleeping:
                break
        os.close(terminal)

    def paste(self, text):
        """Types all of it at once, and reads meanwhile what comes back: a terminal's buffers are small."""
        data = text.encode()
        while data:
            readable, writable, _ = select.select([self.fd], [self.fd], [], PATIENCE)
            if not readable and not writable:
                return
            if readable and not self.read(0):
                return
            if writable:
                data = data[os.write(self.fd, data[:512]):]

    def has_foreground_job(self):
        """Whether the shell has given the terminal to a job; waits for it."""
        end = time.monotonic() + PATIENCE
        while os.tcgetpgrp(self.fd) == self.pid and time.monotonic() < end:
            time.sleep(0.01)
        return os.tcgetpgrp(self.fd) != self.pid

    def modes(self):
        return termios.tcgetattr(self.fd)[3] & (termios.ECHO | termios.ICANON)

    def close(self):
        """Ends the session from outside, whatever it does."""
        os.close(self.fd)
        for _ in range(100):
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                return
            time.sleep(0.02)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)

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


def expect_screen(session, name, typed, text, row=None, column=None):
    session.type(typed)
    check(name, session.shows(text, row, column), f'{session.screen.text()!r} {session.screen.row},{session.screen.column}')


def start(engine, home, *flags, **settings):
    session = Session(engine, home, flags, **settings)
    session.wait('> ')
    return session


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
    expect(s, '.exit', '.exit\n', r'')
    check('status', s.status() == 0)


def results(engine, home):
    s = start(engine, home)
    expect(s, 'empty line', '\n', r'\n> ')
    expect(s, 'undefined', 'undefined\n', r'\nundefined\n> ')
    expect(s, 'Map', 'new Map([[1, {a: []}]])\n', r'\nMap\(1\) \{ 1 => \{ a: \[\] \} \}\n> ')
    expect(s, '80 columns', "var k = 'w'.repeat(20); ({a: k, b: k, c: k})\n",
           r"\n\{\n  a: 'w{20}',\n  b: 'w{20}',\n  c: 'w{20}'\n\}\n> ")
    expect(s, 'block, not object', '{a: 1};\n', r'\n1\n> ')
    expect(s, 'empty object', '{}\n', r'\n\{\}\n> ')
    expect(s, 'const', 'const c = 1; c\n', r'\n1\n> ')
    expect(s, 'assignment to const', 'c = 2\n', r'\nUncaught TypeError: Assignment to constant variable.\n> ')
    expect(s, 'const again', 'const c = 3; c\n', r'\n3\n> ')
    expect(s, 'last value', '_\n', r'\n3\n> ')
    expect(s, 'assignment to _', '_ = 5\n', r'\nExpression assignment to _ now disabled.\n5\n> ')
    expect(s, 'assigned _ stays', '6\n_\n', r'\n6\n> .*?\n5\n> ')
    expect(s, 'error kept', 'throw new RangeError("kept")\n_error.message\n', r"\nUncaught RangeError: kept\n> .*\n'kept'\n> ")
    expect(s, 'assignment to _error', '_error = 1\n', r'\nExpression assignment to _error now disabled.\n1\n> ')
    expect(s, 'assigned _error stays', 'nope\n_error\n', r'Uncaught ReferenceError.*?\n1\n> ')
    s.close()


def errors(engine, home):
    s = start(engine, home)
    expect(s, 'frames of the session', 'function f() { throw new Error("in f") } f()\n',
           r'\nUncaught Error: in f\n    at f \(REPL\d+:1:22\)\n> ')
    expect(s, 'natives', '[1].map(function (x) { null.foo })\n',
           r"\nUncaught TypeError: Cannot read properties of null \(reading 'foo'\)\n    at REPL\d+:1:29\n    at Array.map \(<anonymous>\)\n> ")
    expect(s, 'properties', 'throw Object.assign(new Error("props"), {code: "E", n: 1})\n',
           r"\nUncaught \[Error: props\] \{ code: 'E', n: 1 \}\n> ")
    expect(s, 'caret', 'a b\n', r"\na b\n  \^\n\nUncaught SyntaxError: Unexpected identifier 'b'\n> ")
    expect(s, 'SyntaxError of a native', 'JSON.parse("{x")\n', r'\nUncaught SyntaxError: Expected property name[^\n]*\n> ')
    expect(s, 'null', 'throw null\n', r'\nUncaught null\n> ')
    expect(s, 'object', 'throw {a: 1}\n', r'\nUncaught \{ a: 1 \}\n> ')
    expect(s, 'several lines', 'throw Array(3).fill("x".repeat(30))\n', r"\nUncaught:\n\[\n  'x+',\n  'x+',\n  'x+'\n\]\n> ")
    expect(s, 'long line', 'throw new Error("x".repeat(80))\n', r'\nUncaught:\nError: x{80}\n> ')
    expect(s, 'in a timer', 'setTimeout(function () { throw new Error("late") }, 1); 0\n', r'Uncaught Error: late\n> ')
    expect(s, 'listener', 'process.on("uncaughtException", function (e) { console.log("heard " + e.message) }); 0\n', r'\n0\n> ')
    expect(s, 'heard', 'throw new Error("you")\n', r'\nheard you\n> ')
    expect(s, 'stack overflow', 'process.removeAllListeners(); (function f() { f() })()\n',
           r'Uncaught RangeError: Maximum call stack size exceeded\n.*?\n> ')
    expect(s, 'process.exit', 'process.exit(3)\n', r'')
    check('process.exit: status', s.status() == 3)


def pieces(engine, home):
    s = start(engine, home)
    expect(s, 'object of several lines', '{a: 1,\nb: 2}\n', r'\n\.\.\. b: 2\}\n\{ a: 1, b: 2 \}\n> ')
    expect(s, 'call', 'Math.max(\n1,\n2)\n', r'\.\.\. 1,\n\.\.\. 2\)\n2\n> ')
    expect(s, 'template', '`a ${1 +\n1} b\nc`\n', r"\n'a 2 b\\nc'\n> ")
    expect(s, 'comment', '/* a\nb */ 7\n', r'\n\.\.\. b \*/ 7\n7\n> ')
    expect(s, 'continued string', '"abc\\\ndef"\n', r"\n\.\.\. def\"\n'abcdef'\n> ")
    expect(s, 'string without end', '"abc\n', r'\nUncaught SyntaxError: Invalid or unexpected token\n> ')
    expect(s, 'dot in a piece', 'var o = [3]\n', r'undefined\n> ')
    expect(s, 'dot in a piece: begin', '(o\n.length\n)\n', r'\.\.\. \.length\n\.\.\. \)\n1\n> ')
    expect(s, 'Control-C gives up', 'function f() {\n', r'\.\.\. ')
    expect(s, 'Control-C gives up: prompt', control('C'), r'\n> ')
    expect(s, '.break gives up', 'function f() {\n.break\n', r'\.break\n> ')
    expect(s, 'nothing left', '1\n', r'\n1\n> ')
    lines = ''.join(f'  x{i} = {i};\n' for i in range(10000))
    with open(os.path.join(home, 'long.js'), 'w', encoding='utf-8') as file:
        file.write('function long() {\n' + lines + '  return x9999 }\nlong()\n')
    began = time.monotonic()
    expect(s, '10,000 lines loaded', '.load long.js\n', r'\n9999\n> ')
    expect(s, '10,000 lines typed', 'function long() {\n' + lines + '  return x9998 }\nlong()\n', r'\n9998\n> ')
    check('10,000 lines: time', time.monotonic() - began < 30, time.monotonic() - began)
    s.close()


def commands(engine, home):
    s = start(engine, home)
    expect(s, '.help', '.help\n', r'\n\.break +Sometimes you get stuck, this gets you out\n(\..*\n)*\.clear +Alias for \.break\n'
           r'\.editor +Enter editor mode\n\.exit +Exit the REPL\n(\..*\n)*\.help \[COMMAND\] +Print this help message, or more about one command\n'
           r'\.load FILE +Load JS from a file into the REPL session\n\.retainers EXPR +Show .*\n'
           r'\.save FILE +Save all evaluated commands in this REPL session to a file\n'
           r'(\..*\n)*\nPress Ctrl\+C to abort current expression, Ctrl\+D to exit the REPL\n> ')
    for line in '.help retainers', '.help .retainers':
        expect(s, line, line + '\n', r'\n\.retainers EXPR   Show the shortest path.*\n\n(.+\n)+\n> var cache = .*\n> \.retainers cache\.get\(\)\n'
               r'global → cache → closure get → context variable local\n> ')
    expect(s, '.help: no more to say', '.help exit\n', r'\n\.exit    Exit the REPL\n> ')
    expect(s, '.help: unknown', '.help laod\n', r'\nInvalid REPL keyword \.laod: the nearest is \.load \(\.help lists all\)\n> ')
    expect(s, 'unknown command', '.nothing\n', r'\nInvalid REPL keyword \.nothing \(\.help lists all\)\n> ')
    expect(s, 'misspelt command', '.retianer x\n', r'\nInvalid REPL keyword \.retianer: the nearest is \.retainers \(\.help lists all\)\n> ')
    expect(s, 'number', '.5\n', r'\n0\.5\n> ')
    expect(s, '.editor', '.editor\n', r'\n// Entering editor mode \(Ctrl\+D to finish, Ctrl\+C to cancel\)\n')
    expect(s, '.editor: finish', 'function g() {\n  return 42 }\ng()\n' + control('D'), r'\n42\n> ')
    expect(s, '.editor again', '.editor\nlost\n', r'cancel\)\nlost\n')
    expect(s, '.editor: cancel', control('C'), r'\n> ')
    expect(s, '.save', '.save saved.js\n', r'\nSession saved to: saved\.js\n> ')
    with open(os.path.join(home, 'saved.js'), encoding='utf-8') as file:
        check('.save: text', file.read() == '.5\nfunction g() {\n  return 42 }\ng()\nlost\n')
    with open(os.path.join(home, 'load.js'), 'w', encoding='utf-8') as file:
        file.write('var loaded = 4\nfunction h() {\n\n  return loaded\n}\nh() + 1')
    expect(s, '.load', '.load load.js\n', r'\n5\n> ')
    expect(s, '.load: names', 'loaded\n', r'\n4\n> ')
    expect(s, '.load: no file', '.load none.js\n', r'\nFailed to load: none\.js\n> ')
    expect(s, '.load: folder', '.load .\n', r'\nFailed to load: \. is not a valid file\n> ')
    expect(s, '.load: no name', '.load\n', r'\nThe "file" argument must be specified\n> ')
    expect(s, '.save: no name', '.save\n', r'\nThe "file" argument must be specified\n> ')
    expect(s, '.save: no folder', '.save none/x.js\n', r'\nFailed to save: none/x\.js\n> ')
    expect(s, '.clear', '.clear\n', r'\.clear\n> ')
    expect(s, '.exit', '.exit\n', r'')
    check('.exit: status', s.status() == 0)


def signals(engine, home):
    s = start(engine, home)
    for code in 'while (true) {}', 'for (;;) { try { for (;;); } catch (e) {} finally { for (;;); } }', '[2, 1].sort(function () { for (;;); })', \
            'var fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2); fib(99)':
        expect(s, f'loop begins: {code}', code + '\n', re.escape(code) + r'\n')
        expect(s, f'Control-C: {code}', control('C'), r"Uncaught Error: Script execution was interrupted by `SIGINT`\n(    at .*\n)*?    at .*REPL\d+:1:\d+\)? \{\n"
               r"  code: 'ERR_SCRIPT_EXECUTION_INTERRUPTED'\n\}\n> ")
    expect(s, 'alive', '1 + 1\n', r'\n2\n> ')
    expect(s, 'timer', 'setTimeout(function () { console.log("be" + "gins"); for (;;); }, 1); 0\n', r'begins\n')
    expect(s, 'Control-C in a timer', control('C'), r'interrupted by `SIGINT`.*?\n> ')
    expect(s, 'inspect', '({[require("util").inspect.custom]: function () { console.log("sho" + "ws"); for (;;); }})\n', r'shows\n')
    expect(s, 'Control-C in inspect', control('C'), r'interrupted by `SIGINT`.*?\n> ')
    expect(s, 'listener', 'process.on("SIGINT", function () { console.log("lis" + "tened") }); 0\n', r'\n0\n> ')
    expect(s, 'loop with a listener', 'while (true) {}\n', r'while \(true\) \{\}\n')
    expect(s, 'Control-C with a listener', control('C'), r'interrupted by `SIGINT`.*?\n> ')
    expect(s, 'a line', 'some text', r'some text')
    expect(s, 'Control-C on a line', control('C'), r'\n> ')
    expect(s, 'Control-C once', control('C'), r'\n\(To exit, press Ctrl\+C again or Ctrl\+D or type \.exit\)\n> ')
    expect(s, 'forgotten', '3\n', r'\n3\n> ')
    expect(s, 'Control-C once again', control('C'), r'\n\(To exit, press Ctrl\+C again or Ctrl\+D or type \.exit\)\n> ')
    s.type(control('C'))
    check('Control-C twice: status', s.status() == 0)
    s = start(engine, home)
    expect(s, 'Control-D in a line', '123' + HOME + control('D') + '\n', r'\n23\n> ')
    s.type(control('D'))
    check('Control-D: status', s.status() == 0)
    check('Control-D: terminal', s.modes() == termios.ECHO | termios.ICANON)
    s = start(engine, home)
    os.kill(s.pid, signal.SIGTERM)
    check('SIGTERM: status', s.status() == -signal.SIGTERM)
    check('SIGTERM: terminal', s.modes() == termios.ECHO | termios.ICANON)


def timers(engine, home):
    s = start(engine, home)
    expect(s, 'interval', 'var n = 0, timer = setInterval(function () { console.log("tick " + ++n) }, 20); 0\n', r'\n0\n> .*tick 3\n> ')
    s.type('clearInterval(timer); ')
    s.type('"half" + "way"\n')
    check('typed between ticks', s.wait(r"\n'halfway'\n> "), s.output)
    expect(s, 'timer that is due before the line is waited for', 'setTimeout(function () { console.log("la" + "te") }, 1); '
           'for (var begin = Date.now(); Date.now() - begin < 20;); 0\n', r'\n0\n.*late\n> ')
    expect_screen(s, 'prompt is put back', 'setTimeout(function () { console.log("one"); process.stdout.write("two") }, 1); 0\nabc',
                  'one\ntwo\n> abc', 2, 5)
    s.close()


def editing(engine, home):
    s = start(engine, home, rows=12, columns=40)
    expect_screen(s, 'beginning and end', 'bc' + control('A') + 'a' + control('E') + 'd', '> abcd', 0, 6)
    expect_screen(s, 'cut and paste', control('A') + RIGHT + control('K') + control('Y') * 2, '> abcdbcd', 0, 9)
    expect_screen(s, 'words', control('U') + 'one two three' + control('W') + ESCAPE + 'b' + '2', '> one 2two', 0, 7)
    expect_screen(s, 'keys of terminals', HOME + '\x1b[3~' + END + '.', '> ne 2two .', 0, 11)
    expect_screen(s, 'wide characters', control('U') + "'内存管理'" + LEFT * 3 + '\x7f' + 'é', "> '内é管理'", 0, 6)
    expect(s, 'wide characters: value', END + '\n', r"\n'内é管理'\n> ")
    digits = '1234567890' * 20
    wrapped = '\n'.join(("> '" + digits + "'.length")[i:i + 40] for i in range(0, 220, 40))
    expect_screen(s, '200 characters', f"'{digits}'.length", wrapped, 5, 11)
    expect_screen(s, '200 characters: beginning', control('A'), wrapped, 0, 2)
    wrapped = '\n'.join(("> +'" + digits + "'.length")[i:i + 40] for i in range(0, 220, 40))
    expect_screen(s, '200 characters: change', '+', wrapped, 0, 3)
    expect_screen(s, '200 characters: end', control('E'), wrapped, 5, 12)
    expect(s, '200 characters: value', '\n', r'\n200\n> ')
    high = '1234567890' * 60
    whole = [("> '" + high + "'.length")[i:i + 40] for i in range(0, 640, 40)]
    expect_screen(s, 'higher than the screen', f"'{high}'.length", '\n'.join(whole[-12:]), 11, 11)
    expect_screen(s, 'higher than the screen: beginning', control('A'), '\n'.join(whole[:12]), 0, 2)
    whole = [("> ''+'" + high + "'.length")[i:i + 40] for i in range(0, 640, 40)]
    expect_screen(s, 'higher than the screen: change', "''+", '\n'.join(whole[:12]), 0, 5)
    expect_screen(s, 'higher than the screen: end', control('E'), '\n'.join(whole[-12:]), 11, 14)
    expect_screen(s, 'higher than the screen: value', '\n', '\n'.join(whole[-10:]) + "\n'600'\n>", 11, 2)
    expect_screen(s, 'full row', 'x' * 38, '> ' + 'x' * 38, 1, 0)
    expect_screen(s, 'full row: back', '\x7f', '> ' + 'x' * 37, 0, 39)
    s.type(control('U'))
    wide = "'" + '内存管理' * 10 + "'"
    expect(s, 'long wide line', wide + '.length\n', r'\n40\n> ')
    s.close()


def resizing(engine, home):
    s = start(engine, home, rows=12, columns=40)
    text = 'abcdefghijklmnopqrstuvwxyz' * 2
    expect_screen(s, 'before', text, '> ' + text[:38] + '\n' + text[38:], 1, 14)
    s.screen = Screen(12, 60)
    s.set_size(s.fd, 12, 60)
    expect_screen(s, 'wider', '', '> ' + text, 0, 54)
    expect_screen(s, 'wider: typing', '0123456789', '> ' + text + '012345\n6789', 1, 4)
    expect(s, 'columns', control('U') + 'process.stdout.columns\n', r'\n60\n> ')
    s.close()


def stopping(engine, home):
    """Control-Z and fg, in a shell: the line, the terminal's modes and the keys are as before."""
    s = Session('/bin/bash', home, ['--norc', '--noprofile', '--noediting', '-i'], PS1='$ ', flags_of_engine=False)
    expect(s, 'shell', engine + ' ' + ' '.join(Session.all_flags) + '\n', r'\n> ')
    expect(s, 'before', '40 + 2\n', r'\n42\n> ')
    expect(s, 'a line', '70 +', r'70 \+')
    expect(s, 'stopped', control('Z'), r'Stopped.*\$ ')
    check('stopped: modes', s.modes() == termios.ECHO | termios.ICANON)
    s.output, s.seen = '', 0
    expect(s, 'goes on', 'fg\n', r'\n> 70 \+')
    check('goes on: modes', s.modes() == 0, s.modes())
    check('goes on: bracketed paste', '\x1b[?2004h' in s.output, repr(s.output))
    expect(s, 'goes on: the line', ' 7\n', r' 7\n77\n> ')
    expect_screen(s, 'goes on: keys', UP + UP, s.screen.text() + ' 40 + 2')
    expect(s, 'while a line runs', '\x15console.log("be" + "gins"); for (;;);\n', r'\nbegins\n')
    expect(s, 'while a line runs: stopped', control('Z'), r'Stopped.*\$ ')
    expect(s, 'while a line runs: goes on', 'fg\n', r'fg\n[^\n]*\n')
    check('while a line runs: in the foreground', s.has_foreground_job())  # until then Control-C is the shell's
    expect(s, 'while a line runs: Control-C', control('C'), r'interrupted by `SIGINT`.*?\n> ')
    check('while a line runs: modes', s.modes() == 0, s.modes())
    expect(s, 'end', '.exit\n', r'\$ ')
    s.close()


def pasting(engine, home):
    s = start(engine, home)
    check('bracketed paste is asked for', s.wait('') and '\x1b[?2004h' in s.output, s.output)
    expect(s, 'pasted lines', '\x1b[200~function f() {\n\treturn 8\n}\nf()\x1b[201~', r'\.\.\. \}\nundefined\n> f\(\)')
    expect(s, 'pasted lines: end', ' + 1\n', r'\n9\n> ')
    s.close()
    # a terminal that does not announce what is pasted
    s = start(engine, home)
    s.paste('function g(n) {\n\tif (n) {\n\t\treturn 1;\n\t}\n}\ng.toString()\n')
    check('pasted tabs', s.wait(r"'function g\(n\) \{\\n  if \(n\) \{\\n    return 1;\\n  \}\\n\}'\n> "), s.output)
    check('pasted tabs: nothing is listed', 'encodeURI' not in s.output, s.output)
    s.close()


def completion(engine, home):
    os.mkdir(os.path.join(home, 'folder'))
    for name in 'module-one.js', 'module-two.js', 'text.txt', 'folder/inner.js':
        with open(os.path.join(home, name), 'w', encoding='utf-8') as file:
            file.write('exports.value = 11\n')
    s = start(engine, home)
    expect(s, 'object', 'var object = {alpha: 1, alps: 2, beta: {gamma: {delta: 3}}, get run() { console.log("R" + "UN"); return 1 }}\n', r'undefined\n> ')
    expect(s, 'path', 'object.beta.ga\t.d\t\n', r'object\.beta\.gamma\.delta\n3\n> ')
    expect(s, 'common part', 'object.a\t', r'object\.alp')
    expect(s, 'columns', '\t', r'\nalpha  alps\n> object\.alp')
    expect(s, 'unique', 's\t\n', r's\n2\n> ')
    expect(s, 'optional chain', 'object?.bet\t\n', r'object\?\.beta\n\{')
    expect(s, 'no getter is run', 'object.run.\t\t0\n', r'> object\.run\.0\n(?!RUN)')
    s.wait(r'\n> ')
    check('no getter is run: output', 'RUN' not in s.output, s.output)
    expect(s, 'let', 'let lexical = {inside: 6}\nlexi\t.ins\t\n', r'lexical\.inside\n6\n> ')
    expect(s, 'global', 'encodeURIC\t("/")\n', r"\n'%2F'\n> ")
    expect(s, 'keyword', 'typeo\t 1\n', r"typeof 1\n'number'\n> ")
    expect(s, 'string', '"abc".toUpp\t()\n', r"\n'ABC'\n> ")
    expect(s, 'array', '[1, 2].revers\t()\n', r'\n\[ 2, 1 \]\n> ')
    expect(s, 'module of its own', 'os.totalm\t() > 0\n', r'\ntrue\n> ')
    expect(s, 'environment', 'process.env.HOM\t.length > 0\n', r'\ntrue\n> ')
    expect(s, 'inside a call', 'Math.max(object.beta.gamma.de\t, 1)\n', r'\n3\n> ')
    expect(s, 'request: built in', "require('f\t').readFileSync.name\n", r"require\('fs'\).*?\n'readFileSync'\n> ")
    expect(s, 'request: file', "require('./module-o\t').value\n", r"require\('\./module-one'\)\.value\n11\n> ")
    expect(s, 'request: folder', "require('./fol\tin\t').value\n", r"require\('\./folder/inner'\)\.value\n11\n> ")
    expect(s, 'command', '.edi\t\n', r'\.editor\n// Entering')
    expect(s, 'command: out of it', control('C'), r'\n> ')
    expect(s, '.load', '.load module-t\t\n', r'\.load module-two\.js\n11\n> ')
    expect(s, 'nothing', 'object.nothing\t\n', r'\nundefined\n> ')
    expect(s, 'commands', '.\t', r'\n\.break [^>]*\.clear [^>]*\n> \.')
    s.close()


def vi_keys(engine, home):
    with open(os.path.join(home, '.editrc'), 'w', encoding='utf-8') as file:
        file.write('bind -v\n')
    s = start(engine, home)
    expect_screen(s, 'vi: insert', '10 + 2', '> 10 + 2', 0, 8)
    expect_screen(s, 'vi: command', ESCAPE + '0', '> 10 + 2', 0, 2)
    expect(s, 'vi: change', 'x$a5\n', r'\n25\n> ')
    expect(s, 'vi: completion', 'process.memoryU\t().rss > 0\n', r'memoryUsage\(\)\.rss > 0\ntrue\n> ')
    expect(s, 'vi: search', control('R') + '+ 25\n', r'\n25\n> ')
    expect(s, 'vi: pasted text', '\x1b[200~3 * 3\n4 *\x1b[201~', r'\n9\n> 4 \*')
    expect(s, 'vi: pasted text: end', ' 4\n', r'\n16\n> ')
    s.type(control('D'))
    check('vi: status', s.status() == 0)


def colours(engine, home):
    """As node decides: what makes the output of 111 + 1 yellow."""
    yes, no = '\x1b[33m112\x1b[39m', '\n112'
    for flags, environment, expected in (
            ((), {}, yes), ((), {'NO_COLOR': '1'}, no), ((), {'NO_COLOR': ''}, no), ((), {'NODE_DISABLE_COLORS': '1'}, no),
            ((), {'FORCE_COLOR': '0'}, no), ((), {'NO_COLOR': '1', 'FORCE_COLOR': '1'}, yes), ((), {'TERM': 'dumb'}, no),
            ((), {'TERM': None}, no), (('--no-color',), {}, no), (('--no-color',), {'FORCE_COLOR': '1'}, no)):
        s = start(engine, home, *flags, **dict({'NO_COLOR': None}, **environment))
        s.type('111 + 1\n')
        s.wait(r'\n112\n> ')
        check(f'colours: {flags} {environment}', expected in s.output.replace('\r', '').replace('\x1b[?2004l', ''), repr(s.output))
        s.close()


def history(engine, home):
    file = os.path.join(home, 'history')

    def lines():
        with open(file, encoding='utf-8') as stream:
            return stream.read().split('\n')[:-1]

    s = start(engine, home, NODE_REPL_HISTORY=file)
    expect(s, 'history: first session', '"kept" + 1\n', r"\n'kept1'\n> ")
    expect(s, 'history: written at once', '"内存"\n', r"\n'内存'\n> ")
    check('history: file', lines() == ['"kept" + 1', '"内存"'], lines())
    check('history: mode', os.stat(file).st_mode & 0o777 == 0o600)
    s.type(control('D'))
    check('history: status', s.status() == 0)
    s = start(engine, home, NODE_REPL_HISTORY=file)
    expect(s, 'history: second session', UP + UP + '\n', r"\n'kept1'\n> ")
    expect(s, 'history: no duplicates', UP + UP + '\n', r"\n'内存'\n> ")
    expect(s, 'history: edited', UP + UP + '0\n', r"\n'kept10'\n> ")
    expect(s, 'search', control('R') + '存' + '\n', r"\n'内存'\n> ")
    expect(s, 'search: older', control('R') + 'kept' + control('R') + '\n', r"\n'kept1'\n> ")
    s.type(control('D'))
    s.status()
    check('history: every line once', sorted(lines()) == ['"kept" + 1', '"kept" + 10', '"内存"'], lines())
    s = start(engine, home, NODE_REPL_HISTORY=file, NODE_REPL_HISTORY_SIZE='2')
    expect(s, 'history: size', '1\n', r'\n1\n> ')
    expect(s, 'history: size: oldest', UP * 5 + '\n', r"\n'kept1'\n> ")
    s.type(control('D'))
    s.status()
    check('history: size of the file', lines() == ['1', '"kept" + 1'], lines())
    s = start(engine, home, NODE_REPL_HISTORY='')
    expect(s, 'history: off', '5\n' + UP + UP + '\n', r'\n5\n> .*?\n5\n> ')
    s.type(control('D'))
    s.status()
    check('history: no file', not os.path.exists(os.path.join(home, '.nodule_repl_history')))
    s = start(engine, home)
    expect(s, 'history: default', '77\n', r'\n77\n> ')
    check('history: default file', os.path.exists(os.path.join(home, '.nodule_repl_history')))
    s.close()


def full_disk(engine, home):
    """A file that cannot be written anew stays as it is."""
    file, saved = os.path.join(home, 'history'), os.path.join(home, 'saved.js')
    text = ''.join(f'"line {i} of a history that is long"\n' for i in range(200)) + '1\n'
    for path in file, saved:
        with open(path, 'w', encoding='utf-8') as stream:
            stream.write(text)
    s = start(engine, home, file_size=4096, NODE_REPL_HISTORY=file, NODE_REPL_HISTORY_SIZE='150')
    expect(s, 'full disk: reordered', '"line 90 of a history that is long"\n', r"'line 90 .*\n> ")
    expect(s, 'full disk: new', '1 + 1\n', r'\n2\n> ')
    for i in range(150):
        s.type(f'"{i}{"x" * 40}"\n')
    s.wait_until_idle()
    expect(s, 'full disk: .save', '.save saved.js\n', r'\nFailed to save: saved\.js\n> ')
    s.type('.exit\n')
    check('full disk: status', s.status() == 0)
    for path in file, saved:
        with open(path, encoding='utf-8') as stream:
            check('full disk: ' + os.path.basename(path), stream.read() == text)
    check('full disk: nothing is left behind', sorted(os.listdir(home)) == ['history', 'saved.js'], os.listdir(home))
    s = start(engine, home, file_size=8192, NODE_REPL_HISTORY=file)
    for i in range(20):
        s.type(f'"{i}{"y" * 70}"\n')
        s.wait(r'> ')
    s.close()
    with open(file, encoding='utf-8') as stream:
        lines = stream.read()
    check('full disk: whole lines', lines.startswith(text) and lines.endswith('y"\n') and len(lines) < 8192, lines[-200:])


def out_of_memory(engine, home):
    if any(flag.startswith('--gc-stress') for flag in Session.all_flags):
        return  # takes minutes
    file = os.path.join(home, 'last')
    s = start(engine, home, '--max-old-space-size=10', NODE_REPL_HISTORY=file)
    s.type('var a = []; for (;;) a.push({})\n')
    check('out of memory: report', s.wait('JavaScript heap out of memory'), s.output)
    check('out of memory: status', s.status() == -signal.SIGABRT)
    check('out of memory: terminal', s.modes() == termios.ECHO | termios.ICANON)
    with open(file, encoding='utf-8') as stream:
        check('out of memory: history', 'a.push({})' in stream.read())


def no_terminal(engine, home):
    done = subprocess.run([engine, '-i'], input='1 + 1\nvar f = function () {\nreturn 3 }\nf()\nnope\n.exit\n', capture_output=True,
                          text=True, cwd=home, timeout=PATIENCE, env=dict(os.environ, HOME=home))
    check('piped -i', '> 2\n' in done.stdout and '... ' in done.stdout and '> 3\n' in done.stdout, done.stdout)
    check('piped -i: error', 'Uncaught ReferenceError: nope is not defined' in done.stdout, done.stdout)
    done = subprocess.run([engine, '-i'], input='.editor\n1\n', capture_output=True, text=True, cwd=home, timeout=PATIENCE)
    check('piped -i: no .editor', 'Invalid REPL keyword .editor (.help lists all)' in done.stdout, done.stdout)
    done = subprocess.run([engine], input='console.log(1 + 1)\n3\n', capture_output=True, text=True, cwd=home, timeout=PATIENCE)
    check('piped: a script', done.stdout == '2\n' and done.returncode == 0, done.stdout)
    s = Session(engine, home, TERM='dumb')
    check('dumb terminal: prompt', s.wait('> '), s.output)
    expect(s, 'dumb terminal', '2 + 3\n', r'5\n> ')
    expect(s, 'dumb terminal: several lines', '[\n7]\n', r'\.\.\. .*\[ 7 \]\n> ')
    expect(s, 'dumb terminal: loop', 'console.log("be" + "gun"); while (true) {}\n', r'\nbegun\n')
    expect(s, 'dumb terminal: Control-C', control('C'), r'interrupted by `SIGINT`.*?\n> ')
    expect(s, 'dumb terminal: exit', '.exit\n', r'')
    check('dumb terminal: status', s.status() == 0)


def without_libedit(engine, home):
    """Only a session on a terminal loads the library that edits lines, and one does without it where it cannot."""
    done = subprocess.run([engine, '-p', "/libedit|libtinfo|libbsd/.test(require('fs').readFileSync('/proc/self/maps', 'utf8'))"], capture_output=True,
                          text=True, timeout=PATIENCE)
    check('scripts do not load libedit', done.stdout == 'false\n', done.stdout + done.stderr)
    with open(os.path.join(home, 'libedit.so.2'), 'w', encoding='utf-8') as file:
        file.write('no library')
    s = Session(engine, home, LD_LIBRARY_PATH=home)
    check('no libedit: told', s.wait(r'^Lines are not edited, for want of libedit \(Debian: apt install libedit2\): .*libedit\.so\.2.*\n> '), s.output)
    expect(s, 'no libedit: a line', '20 + 2\n', r'22\n> ')
    expect(s, 'no libedit: a command', '.exit\n', r'')
    check('no libedit: status', s.status() == 0)


TESTS = (conversation, results, errors, pieces, commands, signals, timers, editing, resizing, stopping, pasting, completion, vi_keys,
         colours, history, full_disk, out_of_memory, no_terminal, without_libedit)


def main():
    options = argparse.ArgumentParser(description='tests the interactive session')
    options.add_argument('--engine', default='./nodule')
    options.add_argument('--flags', default='', help='flags for every session')
    options.add_argument('--filter', default='', help='only the groups of tests with this word in their names')
    arguments = options.parse_args()
    engine = os.path.abspath(arguments.engine)
    Session.all_flags = arguments.flags.split()
    for test in TESTS:
        if arguments.filter not in test.__name__:
            continue
        home = tempfile.mkdtemp()
        try:
            test(engine, home)
        except OSError as e:
            check(test.__name__, False, e)
        shutil.rmtree(home, ignore_errors=True)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
