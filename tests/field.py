#!/usr/bin/env python3
"""Runs the programs from use and from attacks that once went wrong, as written, and checks how each ends.

  tests/field.py [--engine ./nodule] [--filter TEXT]

The programs are those of ../shared/field and ../shared/attack, where these folders are there; without them there is
nothing to do: what they show stands in the other tests.  Where `node` is installed, the ways a program can exit are
compared with it.  Prints a line for each check that fails and `N passed, N failed` last.
"""
import argparse, os, re, resource, shutil, subprocess, sys, tempfile, time

from checks import check, finish

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(os.path.dirname(ROOT), 'shared')
FIELD, ATTACK, LEAKS = (os.path.join(SHARED, name) for name in ('field', 'attack', 'leaks'))
TOO_LONG = 'RangeError Invalid string length\n'
FREE_53 = [w.replace('_', 'free') for w in
           '_|label _|label: _|label _|_ 3000000|_|x _|x: _|_|a b _|_|_|_|_|in main _|_|_|_|_|finally _|_|0 _|1 _|_|timer _'.split('|')]
EXITS = ('timer tick micro string object null code exit before caught rethrow inexit exitinexit syntax stack abort badcode float '
         'big neg unref immediate overflow badcb warn').split()


class Run:
    def __init__(self, command, cwd=None, seconds=60, megabytes=None, env=None):
        def limit():
            if megabytes:
                resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=limit,
                                   env=dict(os.environ, **(env or {})), text=True, errors='replace')
        try:
            self.out, self.err = process.communicate(timeout=seconds)
            self.status = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            self.out, self.err = process.communicate()
            self.status = 'did not end'
        self.seconds = time.monotonic() - start

    def __str__(self):
        return f'status {self.status}, {self.seconds:.1f} s\n{self.out[-700:]}\n{self.err[-700:]}'


def expect(name, run, out=None, status=0, pattern=None, seconds=None):
    good = run.status == status and (out is None or run.out == out) and (pattern is None or re.search(pattern, run.out))
    if seconds:
        good = good and run.seconds < seconds
    check(name, good, run)


def peak(name, script, flags, megabytes):
    """Ends with the out-of-memory report, 134, and never more than so much memory."""
    done = Run(['python3', '-c', 'import resource, subprocess, sys\nstatus = subprocess.call(sys.argv[1:])\n'
                'print("peak", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)\nsys.exit(134 if status == -6 else 1)',
                ENGINE] + flags + [script], seconds=120)
    found = re.search(r'peak (\d+)', done.out)
    check(name, done.status == 134 and found and int(found[1]) <= megabytes and 'out of memory' in done.err, done)


# ------------------------------------------------------------------------------------------------- retention, release
def retention():
    script = lambda name: [ENGINE, '--expose-gc', os.path.join(FIELD, name)]
    run = Run(script('47-delete-keeps.js'))
    check('47 all is free', run.status == 0 and len(run.out.splitlines()) == 27 and all(l.endswith(': free') for l in run.out.splitlines()), run)
    run = Run([ENGINE, '--expose-gc', os.path.join(LEAKS, 'stale-slots-lru.js')])
    check('what left the cache is dead', run.out.startswith('dead dead dead dead dead dead'), run)
    for flags in ([], ['--jitless'], ['--always-sparkplug']):
        run = Run([ENGINE, '--expose-gc'] + flags + [os.path.join(FIELD, '53-measure-after-work.js')])
        check(f'53 all is free {flags}', run.status == 0 and run.out.splitlines() == FREE_53, run)
    expect('51 arrays that nobody keeps', Run([ENGINE, os.path.join(FIELD, '51-usemem-released.js')]), 'less than six arrays at once: true\n')
    expect('40 arrays that nobody keeps', Run([ENGINE, os.path.join(FIELD, '40-garbage-of-large-arrays.js')]), 'bounded: true\n')
    run = Run(script('54-gives-back.js'))
    kept = [l for l in run.out.splitlines() if not l.endswith(': given back')]
    check('54 gives back', run.status == 0 and kept in ([], ['WeakMap: kept']) and len(run.out.splitlines()) == 16, run)


# ------------------------------------------------------------------------------------------------- limits and figures
def limits():
    run = Run(['bash', '-c', f'exec "$1" --max-old-space-size=500 "$2"', 'run', ENGINE, os.path.join(FIELD, '61-room-below-the-limit.js')])
    last = int(run.out.split()[-1]) if run.out.split() else 0
    check('61 room below the limit', run.status == -6 and last >= 480, run)
    run = Run([ENGINE, '--max-old-space-size=50', os.path.join(FIELD, '58-code-outside-the-heap.js')])
    expect('58 code is counted', run, 'most of it is explained: true\nafter 100000 evals that keep nothing, rss below 200 MB: true\n')
    for step in ('3', '10', '100', '500', '900', '1000', '1023', '5000'):
        run = Run([ENGINE, '--expose-gc', os.path.join(FIELD, '45-sparse-steps.js'), step])
        check(f'45 every {step}th element', run.status == 0 and run.out.endswith('less than 200 bytes for each: true\n'), run)
    expect('50 bound functions', Run([ENGINE, '--expose-gc', os.path.join(FIELD, '50-bound-methods.js')]),
           pattern='closure: true 5\n')
    run = Run([ENGINE, '--max-old-space-size=30', os.path.join(FIELD, '60-report-lines-are-whole.js')])
    lines = re.findall(r'^\[\d+:0x.*$', run.err, re.M)
    check('60 whole lines', run.status == -6 and lines and all('; ' in l or l.endswith(';') for l in lines), run)


# ------------------------------------------------------------------------------------------------- as node does it
def plain(text):
    """What both print: without frames, the engine's own name, and node's hint at a flag that nodule does not have."""
    lines = [l for l in text.splitlines() if l and not re.match(r' +at |node:internal|Node\.js v|Nodule v|\(Use `', l)]
    return re.sub(r'\bnodule\b', 'node', re.sub(r'\(node:\d+\)', '(node)', re.sub(r'\(nodule:\d+\)', '(node)', '\n'.join(lines))))


def parity():
    if shutil.which('node'):
        for how in EXITS:
            script = os.path.join(FIELD, '42-exits.js')
            ours, node = Run([ENGINE, script, how]), Run(['node', script, how])
            check(f'42 {how}', (ours.status, ours.out) == (node.status, node.out), f'{ours}\n{node}')
            if how not in ('abort', 'stack', 'micro', 'badcode', 'float'):  # node shows lines of its own scripts
                check(f'42 {how}, errors', plain(ours.err) == plain(node.err), f'{ours}\n{node}')
    run = Run([ENGINE, os.path.join(FIELD, '48-walk-the-globals.js')])
    check('48 the globals', run.status == 0 and 'throws' not in run.out and run.out.startswith('true\nno http global\ntrue ') and
          run.out.endswith('object object object\n'), run)  # modules are globals of scripts too
    expect('57 long sums', Run([ENGINE, os.path.join(FIELD, '57-large-sum-of-terms.js')]),
           '+ 1 20001\n+ "a" 20001\n|| 0 0\n&& 1 1\n* 1 1\n?? null null\n, 1 1\n| 1 1\n')
    expect('59 order of comparisons', Run([ENGINE, os.path.join(FIELD, '59-order-of-comparisons.js')]),
           "1?3 2?1 2?3 2?1\n2?1 3?2 4?3\n3?4 2?3 1?2\n[ 3, 2, 1 ] [ 1, 2, 3 ]\n[ 3, 1, 2 ] [ 3, 1, 2 ]\n[ 'b', 'a', 'c' ]\n")
    expect('62 files longer than a text', Run([ENGINE, os.path.join(FIELD, '62-read-file-errors.js')]),
           'Error ERR_STRING_TOO_LONG Cannot create a string longer than 0x1fffffe8 characters\n' * 3)
    run = Run(['bash', os.path.join(FIELD, '63-node-options.sh'), ENGINE])
    check('63 NODE_OPTIONS', run.out == 'the limit was taken\nfunction\nstatus 9\n', run)


# ------------------------------------------------------------------------------------------------- under attack
def attacks(folder):
    attack = lambda name: os.path.join(ATTACK, name)
    for n in ('20000', '100000'):
        Run(['python3', attack('hashdos.py'), n, os.path.join(folder, 'keys.json')])
        expect(f'{n} keys that would collide', Run([ENGINE, attack('hashdos.js'), os.path.join(folder, 'keys.json')]), pattern=rf'^{n} keys', seconds=5)
    expect('joined beyond the longest text', Run([ENGINE, attack('builder-limit.js')]), TOO_LONG)
    expect('JSON of shared levels', Run([ENGINE, attack('json-dag.js')]), TOO_LONG)
    expect('JSON of a deep value', Run([ENGINE, attack('json-deep.js')]), pattern='^RangeError\n', seconds=10)
    expect('JSON of a long array', Run([ENGINE, attack('json-long-array.js')]), TOO_LONG)
    expect('JSON by an endless replacer', Run([ENGINE, attack('json-replacer-endless.js')]), 'RangeError\n', seconds=10)
    expect('for-in over a prototype', Run([ENGINE, attack('forin-prototype.js')]), 'a\n')
    expect('nine characters', Run([ENGINE, attack('regex-9-chars.js')]), '3\n')
    for flags, most in (([], 1), (['--jitless'], 0)):
        run = Run([ENGINE] + flags + [attack('rwx.js')])
        check(f'writable and executable {flags}', run.status == 0 and len(run.out.split('\n')) - 1 <= most + (0 if run.out.strip() else 1), run)
    shutil.copy(attack('null-byte.js'), folder)
    run = Run([ENGINE, os.path.join(folder, 'null-byte.js')], cwd=folder)
    check('NUL in names', run.out.count('\n') == 2 and 'loaded' not in run.out and '"' not in run.out and not
          os.path.exists(os.path.join(folder, 'null-byte-out')), run)
    run = Run(['bash', attack('epipe-timer.sh'), ENGINE])
    check('the reader has gone', 'status 1 ' in run.out, run)
    run = Run(['bash', attack('small-limits.sh'), ENGINE], cwd=folder)
    words = re.findall(r'status (\d+)', run.out)
    check('small limits', len(words) == 3 and words[0] in ('0', '1', '134') and words[1] == '0' and words[2] == '0' and 'EFBIG' in run.out, run)
    Run([ENGINE, attack('make-labels.js'), os.path.join(folder, 'labels.js')])
    expect('100,000 labels', Run([ENGINE, os.path.join(folder, 'labels.js')]), '', seconds=15)
    expect('a million timers', Run([ENGINE, attack('timers.js'), '1000000']), pattern='^1000000 ', seconds=15)
    out = os.path.join(folder, 'alarm.txt')
    Run(['bash', '-c', f'timeout -s KILL 2 "{ENGINE}" "{attack("sigalrm.js")}" > "{out}"'])
    check('lines before SIGKILL', open(out).read() == '0\n1\n2\n3\n4\n', open(out).read())
    for name in ('oom-evalbig.js', 'oom-evalfuncs.js', 'oom-newfuncs.js', 'oom-regexps.js'):
        peak(name, attack(name), ['--max-old-space-size=50'], 300)
        run = Run([ENGINE, attack(name)], megabytes=2048, seconds=120)
        check(name + ' in 2 GB of addresses', run.status == -6 and 'memory' in run.err, run)
    peak('eval-large.js', os.path.join(FIELD, 'eval-large.js'), ['--max-old-space-size=50'], 400)


parser = argparse.ArgumentParser()
parser.add_argument('--engine', default='./nodule')
parser.add_argument('--filter', default='')
options = parser.parse_args()
ENGINE = os.path.abspath(options.engine)
if os.path.isdir(FIELD) and os.path.isdir(ATTACK):
    with tempfile.TemporaryDirectory() as temporary:
        for part in (retention, limits, parity, lambda: attacks(temporary)):
            if options.filter in getattr(part, '__name__', ''):
                part()
sys.exit(finish())
