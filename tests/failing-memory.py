#!/usr/bin/env python3
"""Memory that the system refuses, one request after the other.

  tests/failing-memory.py [--engine ./nodule] [--all] [-j N]

tests/failing-memory/everything.js is run again and again; each time another request for memory is refused (refuse.c,
which stands before the C library): of malloc and its kin, or of mmap and mprotect, that one alone or all behind it too.
Each run ends well, with what it prints otherwise (what can be done without was done without), or with an error that
scripts can catch, or with one line that says that it was memory, and abort.  Never otherwise: no signal but SIGABRT, none
without the line, none that does not end.  Without --all a part of the requests is refused.
"""
import argparse, collections, concurrent.futures, os, shutil, subprocess, sys, tempfile

from checks import check, finish, first_difference

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SOURCE = os.path.join(ROOT, 'tests', 'failing-memory')
LINE = 'nodule: out of memory: the system refused '
REPORT = 'JavaScript heap out of memory'
# What scripts may see of refused memory: a RangeError, an error of a system call.
CATCHABLE = ('allocation failed', 'ENOMEM', 'Regular expression too large', 'Regular expression too complex', 'Maximum call stack size exceeded', 'the event loop cannot be made')


def prepare(folder):
    for name in os.listdir(SOURCE):
        shutil.copy(os.path.join(SOURCE, name), folder)
    library = os.path.join(folder, 'refuse.so')
    subprocess.run([os.environ.get('CC', 'cc'), '-shared', '-fPIC', '-O1', '-o', library,
                    os.path.join(folder, 'refuse.c')], check=True)
    return library


def run(engine, folder, environment, flags=()):
    environment = dict(os.environ, LD_PRELOAD=os.path.join(folder, 'refuse.so'), **environment)
    return subprocess.run([engine, *flags, 'everything.js'], cwd=folder, env=environment, capture_output=True, text=True,
                          errors='replace', timeout=120)


def differs_only_in_caught(whole, stdout):
    expected, lines = whole.splitlines(), stdout.splitlines()
    return len(lines) == len(expected) and all(a == b or any(word in b for word in CATCHABLE) for a, b in zip(expected, lines))


def outcome(whole, done):
    """How a run ended, or None: not as it may."""
    if done.returncode == 0 and done.stdout == whole:
        return 'went on without'
    if done.returncode == 0 and differs_only_in_caught(whole, done.stdout):
        return 'error that was caught'
    if done.returncode == 1 and any(word in done.stderr for word in CATCHABLE):
        return 'error that nobody caught'
    if done.returncode == -6 and (LINE in done.stderr or REPORT in done.stderr or 'nodule: the system refused ' in done.stderr):
        return 'line and abort'
    if done.returncode == 127 and 'error while loading shared libraries' in done.stderr:
        return 'not loaded'
    return None


def one(engine, folder, whole, kind, all_after, number, flags):
    environment = {'REFUSE_AT': str(number), 'REFUSE_KIND': kind}
    if all_after:
        environment['REFUSE_ALL_AFTER'] = '1'
    try:
        done = run(engine, folder, environment, flags)
    except subprocess.TimeoutExpired:
        return number, None, 'does not end'
    return number, outcome(whole, done), f'{first_difference(whole, done.stdout)} status {done.returncode}, {done.stderr[-300:]!r}, {done.stdout[-100:]!r}'


def refuse_each(pool, engine, folder, kind, all_after, step, flags=()):
    whole = run(engine, folder, {}, flags).stdout
    count_file = os.path.join(folder, 'count')
    run(engine, folder, {'REFUSE_KIND': kind, 'REFUSE_COUNT': count_file}, flags)
    count = int(open(count_file).read())
    numbers = list(range(0, count, step))
    ends = collections.Counter()
    what = f'{kind}{", all after" if all_after else ""} {" ".join(flags)}'.strip()
    for number, end, detail in pool.map(lambda n: one(engine, folder, whole, kind, all_after, n, flags), numbers):
        check(f'refused: {what}, request {number} of {count}', end is not None, detail)
        ends[end] += 1
    print(f'{what}: {len(numbers)} of {count} requests; ' + ', '.join(f'{end} {n}' for end, n in ends.most_common()))
    check(f'{what}: enough requests, and some are told', count > 15 and ends['line and abort'] > 0, ends)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--engine', default='./nodule')
    parser.add_argument('--all', action='store_true')
    parser.add_argument('-j', type=int, default=os.cpu_count())
    options = parser.parse_args()
    engine = os.path.abspath(options.engine)
    step = 1 if options.all else 17
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        prepare(folder)
        refuse_each(pool, engine, folder, 'heap', False, step)
        refuse_each(pool, engine, folder, 'heap', True, 3 if options.all else 53)
        refuse_each(pool, engine, folder, 'heap', False, 1 if options.all else 29, ['--always-sparkplug'])
        refuse_each(pool, engine, folder, 'system', False, 1 if options.all else 2)
        refuse_each(pool, engine, folder, 'system', True, 1 if options.all else 2)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
