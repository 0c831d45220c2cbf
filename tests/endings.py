"""How programs end that go to the limits: exit status, error output, memory and processor time; which of the endings are
allowed."""
import argparse, concurrent.futures, os, resource, signal, subprocess, sys, tempfile, threading

from checks import check, finish

# The report of the heap, of memory outside it, of what the system refused.
REPORTS = ('JavaScript heap out of memory', 'nodule: out of memory', 'nodule: the system refused', 'nodule: the event loop cannot be made')
ERRORS = ('RangeError', 'SyntaxError', 'ERR_STRING_TOO_LONG', 'ERR_FS_FILE_TOO_LARGE', 'ENOMEM', 'EMFILE', 'EFBIG', 'ENOSPC', 'the event loop cannot be made')


class End:
    """`limits`: pairs of a limit's name (resource.RLIMIT_...) and its value."""

    def __init__(self, command, limits=(), cwd=None, seconds=60):
        def in_the_child():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            for name, value in limits:
                resource.setrlimit(name, (value, value))

        with tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as output:
            child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, cwd=cwd,
                                     preexec_fn=in_the_child)
            watch = threading.Timer(5 * seconds, child.kill)
            watch.start()
            _, status, usage = os.wait4(child.pid, 0)
            watch.cancel()
            child.returncode = self.status = os.waitstatus_to_exitcode(status)
            self.errors, self.output = end_of(errors), end_of(output)
        self.resident = usage.ru_maxrss / 1024
        self.seconds = usage.ru_utime + usage.ru_stime

    def kind(self):
        """'ended', 'error', 'report', or None: in no way that is allowed."""
        if self.status == 0:
            return 'ended'
        aborted = self.status in (-signal.SIGABRT, 128 + signal.SIGABRT)
        if aborted and any(word in self.errors for word in REPORTS):
            return 'report'
        if 0 < self.status < 128 and any(word in self.errors for word in ERRORS):
            return 'error'
        return None


def end_of(file):
    """The text, or where it is long its beginning and its end."""
    size, most = file.seek(0, os.SEEK_END), 20000
    file.seek(0)
    text = file.read(most)
    if size > most:
        file.seek(max(most, size - most))
        text += file.read()
    return text.decode('utf-8', 'replace')


def row(name, where, end, faults):
    return (f'{name[:46]:46} {where:>6}  {end.kind() or end.status!s:>7} {end.resident:5.0f} MB {end.seconds:5.1f} s  '
            f'{", ".join(faults)}').rstrip()


def end_of_program(engine, text, flags=(), limits=(), seconds=60, shell=None):
    """How a program ends that is alone in its folder, which is the current one; `shell`: redirections of a shell."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'program.js'), 'w', encoding='utf-8') as file:
            file.write(text)
        command = ['sh', '-c', f'exec "$0" program.js {shell}', engine] if shell else [engine, *flags, 'program.js']
        return End(command, limits, folder, seconds)


def report(name, where, end, faults):
    """A row of the table, and whether it is as it should be."""
    print(row(name, where, end, faults), flush=True)
    check(f'{name}, {where}' if where else name, not faults, f'{faults} {end.errors[-300:]}')


def parser_of_options():
    parser = argparse.ArgumentParser()
    parser.add_argument('--engine', default='./nodule', type=os.path.abspath)
    parser.add_argument('--all', action='store_true')
    return parser


def main_of_programs(jobs, run, **more):
    """Reports what run(engine, *job) answers for each of jobs(options), side by side: name, where, end, faults."""
    parser = parser_of_options()
    parser.add_argument('-j', type=int, default=2)
    parser.add_argument('--filter', default='')
    for name, choices in more.items():
        parser.add_argument('--' + name, choices=choices)
    options = parser.parse_args()
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for name, where, end, faults in pool.map(lambda job: run(options.engine, *job), list(jobs(options))):
            report(name, where, end, faults)
    sys.exit(finish())
