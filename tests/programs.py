#!/usr/bin/env python3
"""Tests of whole runs: memory limits, the out-of-memory report, GC trace figures, the document's scripts.

  tests/programs.py [--engine ./nodule] [--debug-engine build/debug/nodule]

Prints a line for each test that fails and `N passed, N failed` last.  The document's own scripts are run as written when
../shared/document/snippets is there; their copies in spirit, examples/, always.
"""
import argparse, json, os, platform, re, subprocess, sys, tempfile

from checks import check, finish, first_difference

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SNIPPETS = os.path.join(os.path.dirname(ROOT), 'shared', 'document', 'snippets')


def run(command, source=None, cwd=None, timeout=120):
    return subprocess.run(command, input=source, capture_output=True, text=True, cwd=cwd, timeout=timeout)


# ------------------------------------------------------------------------------------------------- out of memory
def process_lines(text):
    return [(float(a), float(b)) for a, b in
            re.findall(r'^Process: heapTotal ([\d.]+) MB heapUsed ([\d.]+) MB', text, re.M)]


def out_of_memory(engine, script):
    name = os.path.basename(os.path.dirname(script)) + '/outofmemory'
    for flags, rounds, status in (([], 9, -6), (['--max-old-space-size=1700'], 11, -6), (['--max-old-space-size=4000'], 16, 0)):
        done = run([engine] + flags + [script])
        lines = process_lines(done.stdout)
        what = f'{name} {flags}'
        check(what + ' status', done.returncode == status, done.returncode)
        check(what + ' lines', len(lines) == rounds, len(lines))
        steps = [round(b[0] - a[0], 2) for a, b in zip(lines, lines[1:])]
        check(what + ' heapTotal steps', all(159.9 <= s <= 160.1 for s in steps), steps)
        steps = [round(b[1] - a[1], 2) for a, b in zip(lines, lines[1:])]
        check(what + ' heapUsed steps', all(159.5 <= s <= 160.5 for s in steps), steps)
        if status:
            check(what + ' report', '<--- Last few GCs --->' in done.stderr and '<--- JS stacktrace --->' in done.stderr and
                  'FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory' in done.stderr, done.stderr)


def small_objects(engine):
    source = 'var a = []; console.log("start"); for (;;) a.push({x: a.length, s: "k" + a.length});'
    done = run([engine, '--max-old-space-size=60', '-'], source)
    check('small objects: aborts', done.returncode == -6, done.returncode)
    check('small objects: output kept', done.stdout == 'start\n', done.stdout)
    check('small objects: report', 'FATAL ERROR: CALL_AND_RETRY_LAST' in done.stderr, done.stderr[-300:])


def report(engine):
    """The report's lines of collections are whole; of a deep stack it prints both ends."""
    lines = of_report(run([engine, '--max-old-space-size=30', '-'], 'var a = []; for (;;) a.push(new Array(1000).fill(a.length));'), 'Last few GCs')
    check('report: 8 lines of collections, each whole', len(lines) == 8 and all(map(LINE.match, lines)), lines)
    deep = 'function down(n) { if (n > 0) down(n - 1); else for (;;) a.push({n: n}); } var a = []; down(2000);'
    frames = of_report(run([engine, '--max-old-space-size=30', '-'], deep), 'JS stacktrace')
    check('report: the first and the last 50 frames', len(frames) == 101 and re.match(r'    \.\.\. \d+ more frames \.\.\.$', frames[50]) and
          all(re.match('    at ', f) for f in frames[:50] + frames[51:]) and re.match(r'    at down ', frames[0]), frames[:60])
    shallow = of_report(run([engine, '--max-old-space-size=30', '-'], deep.replace('2000', '20')), 'JS stacktrace')
    check('report: all frames of a shallow stack', 21 < len(shallow) < 40 and all(re.match('    at ', f) for f in shallow), shallow)


def of_report(done, part):
    """The lines of a part of the report that are not empty."""
    found = re.search(f'<--- {part} --->\n(.*?)\n(?:<---|FATAL)', done.stderr, re.S)
    return [line for line in (found.group(1) if found else '').split('\n') if line]


def peak_of(command):
    """Exit status, standard error and peak of resident memory in MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    text = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, text, usage.ru_maxrss // 1024


def code_outside_the_heap(engine):
    """Bytecode, sources and patterns count for the limit of the heap."""
    for name, make in (('eval', 'eval("(function f" + i + "(a) { return a + " + i + " })")'),
                       ('Function', 'new Function("a", "return a * " + i)'),
                       ('source', 'eval("(function () { /*" + "x".repeat(100000) + i + "*/ })")'),
                       ('RegExp', '(r = new RegExp("a" + i + "(b|c)*"), r.test("abc"), r)')):
        status, text, peak = peak_of([engine, '--max-old-space-size=50', '-e', 'var a = [], r; for (var i = 0; ; i++) a.push(' + make + ');'])
        check(f'kept code, {name}: aborts', status == -6 and 'FATAL ERROR: CALL_AND_RETRY_LAST' in text, (status, text[-300:]))
        check(f'kept code, {name}: peak', peak < 150, peak)


# ---------------------------------------------------------------------------------------------------- GC trace
LINE = re.compile(r'^\[\d+:0x[0-9a-f]+\] +\d+ ms: (Scavenge|Mark-Compact|Mark-sweep)[^0-9]* ([\d.]+) \(([\d.]+)\) -> ([\d.]+) \(([\d.]+)\) MB, '
                  r'[\d.]+ / [\d.]+ ms  (?:\(\+ [^)]*\) )?\(average mu = [\d.]+, current mu = [\d.]+\) [^;]*; .*$')


def trace_figures(engine, script):
    done = run([engine, '--trace_gc', script])
    lines = [line for line in done.stdout.splitlines() if line.startswith('[')]
    matches = [LINE.match(line) for line in lines]
    return lines, matches


def trace_gc(engine, script):
    name = 'trace_gc ' + os.path.basename(script)
    lines, matches = trace_figures(engine, script)
    check(name + ': lines', len(lines) >= 5, len(lines))
    check(name + ': form', all(matches), [l for l, m in zip(lines, matches) if not m][:2])
    figures = [tuple(float(x) for x in m.groups()[1:]) for m in matches if m]
    check(name + ': after <= before, used <= committed',
          all(after <= before and before <= total and after <= total_after for before, total, after, total_after in figures), figures[:3])
    _, again = trace_figures(engine, script)
    check(name + ': repeats', figures == [tuple(float(x) for x in m.groups()[1:]) for m in again if m])


# ------------------------------------------------------------------------------------------ the document's scripts
SCRIPTS = {  # name: (what is appended, standard output, words on standard error, exit status)
    'cache-object.js': ('set("a", 1); console.log(get("a"), get("b"));', '1 undefined\n', '', 0),
    'closure-private.js': ('foo();', '', 'ReferenceError: local is not defined', 1),
    'closure-retained.js': ('foo();', '局部变量\n', '', 0),
    'identifier-lookup.js': ('bar();', '', 'ReferenceError: local is not defined', 1),
    'limitable-map.js': ('var m = new LimitableMap(2); m.set("a", 1); m.set("b", 2); m.set("c", 3); console.log(m.get("a"), m.get("b"), m.get("c"), m.keys);',
                         "undefined 2 3 [ 'b', 'c' ]\n", '', 0),
    'module-leak.js': ('exports.leak(); exports.leak(); console.log(leakArray.length, typeof leakArray[0]);', '2 string\n', '', 0),
    'module-wrapper.js': ('', '', '', 0),
    'release-global.js': ('', 'I am global object\nundefined\n', '', 0),
    'scope-chain.js': ('', 'another var\n', '', 0),
    'scope-local.js': ('foo(); console.log(foo());', 'undefined\n', '', 0),
    'test01.js': ('', '', '', 0),
}


def document_scripts(engine):
    for name, (call, out, err, status) in SCRIPTS.items():
        with open(os.path.join(SNIPPETS, name), encoding='utf-8') as f:
            text = f.read()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, name)
            with open(path, 'w', encoding='utf-8') as f:
                f.write(text + '\n' + call + '\n')
            done = run([engine, path])
        check('document ' + name, done.stdout == out and err in done.stderr and done.returncode == status,
              (done.returncode, done.stdout, done.stderr))


# ------------------------------------------------------------------------------------------- techniques of the heap
# Some 100 MB live, of which parts are replaced all the time.
CHURN = """
function node(n) { return {left: null, right: null, key: n, extra: ['k' + n, n / 3]}; }
function tree(d) { var t = node(d); if (d > 0) { t.left = tree(d - 1); t.right = tree(d - 1); } return t; }
var table = [], map = new Map(), weak = new WeakMap();
for (var i = 0; i < 64; i++) table.push(tree(12));
for (i = 0; i < 600; i++) {
  table[(i * 31) % 64] = tree(12);
  map.set('key ' + i % 100, table[i % 64]);
  weak.set(table[i % 64], [i]);
}
console.log(table.length, map.size);
"""


def churn(engine, *flags):
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, 'churn.js')
        with open(script, 'w') as f:
            f.write(CHURN)
        done = run([engine, '--trace_gc'] + list(flags) + [script], timeout=300)
    check(f'churn {flags}: result', done.returncode == 0 and done.stdout.endswith('64 100\n'), done.stdout[-300:] + done.stderr)
    return done.stdout


def collections(text):
    """What must repeat of each collection: kind, sizes, reasons; not the times."""
    return re.findall(r'ms: ([\w-]+ [\d.]+ \([\d.]+\) -> [\d.]+ \([\d.]+\) MB), .*\) ([^)\n]*)$', text, re.M)


def determinism(engine):
    """Threads change nothing of when a collection comes, what it is and what it leaves."""
    runs = {n: collections(churn(engine, f'--gc-threads={n}')) for n in (0, 1, 3)}
    check('churn: there are collections of both kinds', any('Mark' in c[0] for c in runs[0]) and len(runs[0]) > 20, runs[0][:5])
    for n in (1, 3):
        check(f'churn: the same collections with {n} threads as without', runs[n] == runs[0],
              next(((a, b) for a, b in zip(runs[n], runs[0]) if a != b), (len(runs[n]), len(runs[0]))))
    check('churn: the same collections a second time', collections(churn(engine, '--gc-threads=1')) == runs[1])
    # Constructors that are run by a plan and those that are not, natives, accessors, exceptions, growing arrays.
    program = """
var out = [];
function Plain(x) { this.x = x; this.y = null; }
function Accessor(x) { this.x = x; this.z = x; }
Accessor.prototype = Object.defineProperty({}, 'z', {set: function (v) { this.w = v; }});
function Branching(x) { this.x = x; if (x > 5) this.b = 1.5; }
for (var i = 0; i < 150000; i++) {
  out[i % 1000] = [new Plain(i), new Accessor(i), new Branching(i % 10), {i: i, f: function () { return i; }}, 's' + i];
  if (i % 100 === 0) { try { null.x; } catch (e) { out[0] = e; } out.slice(0, 9).map(String).sort(); }
}
"""
    modes = [collections(run([engine, '--trace_gc', flag, '-e', program]).stdout) for flag in ('--no-color', '--jitless')]
    check('the same collections with and without machine code', modes[0] == modes[1] and len(modes[0]) > 15,
          next(((a, b) for a, b in zip(*modes) if a != b), [len(m) for m in modes]))


def techniques(engine):
    steps = re.compile(r'Mark-\w+ .*\(\+ ([\d.]+) ms in (\d+) steps since start of marking, biggest step ([\d.]+) ms, walltime')
    incremental, at_once = churn(engine), churn(engine, '--noincremental-marking', '--gc-threads=0')
    check('incremental marking: steps in the trace', any(int(n) > 20 for _, n, _ in steps.findall(incremental)),
          steps.findall(incremental))
    check('--noincremental-marking: no steps', not steps.findall(at_once), at_once[-500:])
    churn(engine, '--nolazy-sweeping')
    churn(engine, '--always-compact')
    check('--never-compact: no compaction', 'Mark-Compact' not in churn(engine, '--never-compact'))
    done = run([engine, '--trace_gc', '--gc-interval=100', '-e', 'for (var i = 0; i < 1000; i++) var o = {};'])
    full = len(re.findall(r'Mark-\w+ .*GC in old space forced by flags', done.stdout))
    check('--gc-interval', 10 <= full <= 40, done.stdout[-300:])


def born_old(engine):
    """Where arrays survive and so are born old, their elements are too: new space fills less often."""
    done = run([engine, '--trace_gc', '-e', """
var keep = [];
for (var i = 0; i < 200000; i++) keep.push([i, String(i), i, i]);
for (i = 0; i < keep.length; i++) if (keep[i].length !== 4 || keep[i][1] !== String(i)) console.log('wrong');
"""])
    scavenges = len(re.findall('Scavenge', done.stdout.split('Limited new space')[-1]))
    check('elements are born old with their arrays', scavenges <= 12 and 'wrong' not in done.stdout, (scavenges, done.stdout))
    done = run([engine, '--max-old-space-size=1000', '-e', """
var kept = [];
function make(i) { return {value: i, other: {value: i, other: null}}; }
function old() {
  return require('v8').getHeapSpaceStatistics().filter(s => /old/.test(s.space_name)).reduce((sum, s) => sum + s.space_used_size, 0);
}
for (var i = 0; i < 600000; i++) kept.push(make(i));
var before = old();
for (i = 0; i < 1000000; i++) make(i);
console.log(kept.length, (old() - before) / 1e6);
"""])
    check('born old, dying young: at most 32 MB of garbage', done.stdout.startswith('600000 ') and float(done.stdout.split()[1]) < 35, done)


def memory_goes_back(engine):
    """Resident memory falls after a peak of objects, and after one of big arrays."""
    done = run([engine, '--expose-gc', '-e', """
var rss = function() { return process.memoryUsage().rss / 1e6; }, start = rss(), o = [];
for (var i = 0; i < 3000000; i++) o.push({i: i});
var peak = rss(); o = null; gc();
console.log(peak - start > 100 && rss() - start < 30);
o = []; for (i = 0; i < 40; i++) o.push(new Array(1 << 20).fill(i));
peak = rss(); o = null; gc();
console.log(peak - start > 300 && rss() - start < 30);
"""])
    check('memory goes back to the system', done.stdout == 'true\ntrue\n', done)


def buffers(engine):
    """Buffers live outside the heap; dropped ones press the collector before they fill the machine."""
    done = run([engine, '-e', """
var big = 0;
for (var i = 0; i < 30; i++) {
  var b = Buffer.alloc(100 << 20, 1);
  if (process.memoryUsage().rss > big) big = process.memoryUsage().rss;
}
console.log(big < 600e6, process.memoryUsage().heapUsed < 2e6, b.length);
"""])
    check('dropped Buffers stay under 600 MB', done.stdout == 'true true 104857600\n', done)


def out_of_buffer(engine, script):
    """Fifteen times 200 MB: the heap stays as it is, the resident memory grows."""
    done = run([engine, script], timeout=600)
    lines = re.findall(r'^Process: heapTotal ([\d.]+) MB heapUsed ([\d.]+) MB rss ([\d.]+) MB', done.stdout, re.M)
    total, used, rss = ([float(line[i]) for line in lines] for i in range(3))
    check('out_of_buffer: all rounds', done.returncode == 0 and len(lines) == 16, done)
    check('out_of_buffer: the heap stays', max(total) - min(total) < 1 and max(used) - min(used) < 1, lines)
    check('out_of_buffer: rss grows by 200 MB', all(195 < b - a < 205 for a, b in zip(rss, rss[1:])), rss)
    check('out_of_buffer: the warning', 'DeprecationWarning: Buffer() is deprecated' in done.stderr, done.stderr)


# ------------------------------------------------------------------------------------------------- the seed of hashes
TIMES = re.compile(r'\[\d+:0x[0-9a-f]+\] +\d+ ms:|\b(pause|mutator|mark|mark\.roots|clear|evacuate|evacuate\.update_pointers|sweep|incremental|'
                   r'incremental\.steps_took|incremental\.longest_step|scavenge\.roots|scavenge\.parallel|scavenge\.weak|'
                   r'scavenge\.update_refs|new_space_allocation_throughput)=[\d.]+')


def hash_seeds(engine):
    """What is printed, the trace of collections and a heap snapshot are the same whatever the seed."""
    script = os.path.join(ROOT, 'tests', 'memory', 'fixtures', 'keys.js')
    seen = []
    with tempfile.TemporaryDirectory() as folder:  # its name is in the snapshot, as the flag is
        for seed in (1, 2, 3):
            done = run([engine, f'--hash-seed={seed}', '--trace_gc_nvp', script], cwd=folder)
            with open(os.path.join(folder, 'keys.heapsnapshot'), 'rb') as f:
                seen.append((TIMES.sub('', done.stdout), f.read().replace(b'-seed=%d' % seed, b'-seed=')))
            os.unlink(f.name)
    check('hash seeds: collections are traced', seen[0][0].count('gc=') > 5 and len(seen[0][1]) > 1000000, seen[0][0][-500:])
    check('hash seeds: output and trace', seen[0][0] == seen[1][0] == seen[2][0], first_difference(seen[0][0], seen[1][0]))
    check('hash seeds: snapshot', seen[0][1] == seen[1][1] == seen[2][1])


def split_mix(state):
    """The numbers that objects/hash-seed.c makes of a seed."""
    while True:
        state = (state + 0x9E3779B97F4A7C15) % 2 ** 64
        z = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 % 2 ** 64
        z = (z ^ z >> 27) * 0x94D049BB133111EB % 2 ** 64
        yield z ^ z >> 31


def colliding_keys(seed, count):
    """Texts of eight units with one hash under that seed: the second half cancels what the first one led to."""
    numbers = split_mix(seed)
    start, multiplier = next(numbers), next(numbers) | 1
    start ^= 8 * 0xD6E8FEB86659FD93 % 2 ** 64
    keys = []
    for i in range(1, 1 << 22):
        first = (0x4100 + (i & 0xFFF)) | (0x4100 + (i >> 12)) << 16 | 0x41424141 << 32
        product = (start ^ first) * multiplier
        text = (first | (product % 2 ** 64 ^ product >> 64) << 64).to_bytes(16, 'little').decode('utf-16-le', 'surrogatepass')
        if all('\u0100' <= c < '\ud800' or c > '\udfff' or c == 'A' for c in text):
            keys.append(text)
        if len(keys) == count:
            break
    return keys


def hash_flooding(engine):
    """Keys made to collide under one seed do not under another, nor without one: they would take some ten seconds."""
    source = ('var t = Date.now(), o = JSON.parse(require("fs").readFileSync("keys.json", "utf8")), n = 0;'
              'for (var k in o) n += new Map([[k, 1]]).get(k); console.log(n, Date.now() - t < 5000);')
    keys = colliding_keys(1, 50000)
    check('hash flooding: keys', len(set(keys)) == 50000, len(keys))
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'keys.json'), 'w', encoding='utf-8') as f:
            json.dump({key: 1 for key in keys}, f)
        for flags in (['--hash-seed=2'], []):
            done = run([engine] + flags + ['-e', source], cwd=folder)
            check(f'hash flooding {flags}', done.stdout == '50000 true\n', done)


# ----------------------------------------------------------------------------------------------------- the stress mode
def stress_mode(debug_engine):
    """A native that holds a Value across an allocation without rooting it must be caught."""
    os.environ['NODULE_TEST_NATIVES'] = '1'
    call = 'console.log(testNatives.%s() !== undefined);'
    done = run([debug_engine, '--gc-stress', '-e', call % 'rooted'])
    check('stress: rooted value', done.returncode == 0 and done.stdout == 'true\n', done)
    done = run([debug_engine, '--gc-stress', '-e', call % 'unrooted'])
    check('stress: unrooted value is caught', done.returncode < 0 or 'AddressSanitizer' in done.stderr, done)


def stressed_start(debug_engine):
    """Other tests stress the collector from when the script begins (--gc-stress-after-start)."""
    for mode in ('--always-sparkplug', '--gc-stress-scavenges', '--gc-stress-full --jitless', '--gc-stress-incremental'):
        done = run([debug_engine, '--gc-stress=1', '--verify-heap', *mode.split(), '-e', 'console.log(process.argv.length)'])
        check(f'stress from the start: {mode}', done.returncode == 0 and done.stdout == '1\n', done)


def hardening(engine):
    """What compiler and linker do against attacks on the process."""
    elf = run(['readelf', '-hldW', engine]).stdout
    check('hardening: the program can be anywhere', re.search(r'Type: +DYN', elf) and re.search(r'FLAGS_1.* PIE', elf), elf)
    check('hardening: addresses are bound at start', re.search(r'\(FLAGS\).*BIND_NOW|FLAGS_1.* NOW', elf), elf)
    check('hardening: and read-only then', re.search(r'GNU_RELRO .* R ', elf), elf)
    check('hardening: the stack cannot be executed', re.search(r'GNU_STACK .* RW +0x', elf), elf)
    check('hardening: nothing is writable and executable', re.search('^ +LOAD ', elf, re.M) and not re.search('^ +LOAD .* RWE ', elf, re.M), elf)
    functions = 'main', 'module_push_global_paths', 'heap_fatal_out_of_memory'
    code = {name: run(['objdump', '-d', '--disassemble=' + name, engine]).stdout for name in functions}
    check('hardening: stacks are checked', '<__stack_chk_fail' in code['module_push_global_paths'], 'its array of characters has none')
    check('hardening: library calls are checked', '<__fprintf_chk' in code['heap_fatal_out_of_memory'], code['heap_fatal_out_of_memory'])
    if platform.machine() != 'x86_64':
        return
    check('hardening: indirect calls land at marks', re.search('<main>:\n.*endbr64', code['main']), code['main'][:500])
    notes = run(['readelf', '-nW', engine]).stdout
    check('hardening: no claim that machine code keeps to a shadow stack', 'Build ID' in notes and not re.search('IBT|SHSTK', notes), notes)


def start_up(engine):
    """Memory of the smallest run (time is for the bench to report)."""
    done = run([engine, '-p', 'process.memoryUsage().rss'])
    check('start-up: resident memory under 8 MB', 0 < int(done.stdout or 0) < 8 << 20, done.stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--engine', default='./nodule')
    parser.add_argument('--debug-engine', default='build/debug/nodule')
    options = parser.parse_args()
    engine = os.path.abspath(options.engine)
    examples = os.path.join(ROOT, 'examples')
    out_of_memory(engine, os.path.join(examples, 'outofmemory.js'))
    small_objects(engine)
    code_outside_the_heap(engine)
    report(engine)
    trace_gc(engine, os.path.join(examples, 'empty-objects.js'))
    if os.path.isdir(SNIPPETS):
        out_of_memory(engine, os.path.join(SNIPPETS, 'outofmemory.js'))
        trace_gc(engine, os.path.join(SNIPPETS, 'test01.js'))
        document_scripts(engine)
        out_of_buffer(engine, os.path.join(SNIPPETS, 'out_of_buffer.js'))
    determinism(engine)
    techniques(engine)
    born_old(engine)
    memory_goes_back(engine)
    buffers(engine)
    start_up(engine)
    hardening(engine)
    hash_seeds(engine)
    hash_flooding(engine)
    if os.path.exists(options.debug_engine):
        stress_mode(os.path.abspath(options.debug_engine))
        stressed_start(os.path.abspath(options.debug_engine))
    return finish()


sys.exit(main())
