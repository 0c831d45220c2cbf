#!/usr/bin/env python3
"""Heap benchmark: runs the workloads of bench/heap/ with nodule and with node, side by side, and prints a table.

  bench/heap.py [--engines './nodule;node'] [--filter TEXT] [--runs N] [--scale X] [--flags FLAGS] [--json FILE]

  bench/heap.py --filter big-live
  bench/heap.py --engines './nodule;./nodule --no-incremental-marking --gc-threads=0;node;node --jitless'
  bench/heap.py --filter sizes

The reference is the engine `node`, or else the last of the list; a ratio is an engine's figure divided by the
reference's, so below 1 is better.  Every workload runs at least twice in each engine: without --trace_gc (time, memory
and gaps come from there) and with it (all that concerns collections).  With --runs N each figure is the median of N.
Both runs must print the same checksum as the reference does.

  wall s, cpu s      the whole process, from start to exit; cpu is user + system of all threads: the one to trust when
                     others use the machine (the load average stands at the head and the end)
  gc ms              the sum of all pauses and of the steps of incremental marking; work of helper threads beside the
                     program is only in cpu
  scav n, sum, max   scavenges: number, sum and longest of their pauses
  full n, max        full collections: number and longest pause
  step               the longest step of incremental marking
  gap, p99           from inside the program: the longest time between the ends of two units of work (about 50 kB
                     allocated each), and the one that 99 of 100 do not exceed; what a user of the program notices
  med                the median gap: the speed of the program itself, which a comparison of gaps should bear in mind
  rss MB, live MB    peak resident memory of the process (ru_maxrss); the most that a full collection left
  load               the load average when the runs had ended: much above that of one program alone, pauses and gaps
                     hold the time of others too

A workload is a script whose head may say `// flags: ...` (given to both engines).  It prints a line, the checksum, and
with bench/heap/lib/bench.js a line of JSON on standard error: gaps and the times of its phases.  Of a workload with
phases the collections of each phase are also reported alone.  One that prints `skipped: ...` is skipped.  `sizes` is
no workload: its table tells the bytes of one object, closure, string, entry of a Map and so on.

At the end: where an engine is worse than the reference by more than a tenth.  The exit status is 1 if a run failed or
the checksums differ.
"""
import argparse, json, os, re, shlex, shutil, statistics, subprocess, sys, tempfile, threading, time

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'heap')
TIMEOUT = 600

# [pid:0x55] 69 ms: Mark-Compact (reduce) 14.0 (28.3) -> 10.8 (27.9) MB, 9.38 / 0.00 ms  (+ 1.3 ms in 19 steps since
# start of marking, biggest step 0.1 ms, ...) ...
GC_LINE = re.compile(r'^\[\d+(?::0x[0-9a-f]+)?\]\s+([\d.]+) ms: (Scavenge|Mark-\w+|Minor Mark-\w+)(?: \([\w ,-]+\))? '
                     r'([\d.]+) \([\d.]+\) -> ([\d.]+) \([\d.]+\) MB, ([\d.]+)(?: / [\d.]+)? ms'
                     r'(?:\s+\(\+ ([\d.]+) ms in (\d+) steps since start of marking(?:, biggest step ([\d.]+) ms)?)?')

# name, how it is printed, what a difference must exceed to be worth a word, whether the ratio tells anything
COLUMNS = [
    ('wall s', '.2f', 0.1), ('cpu s', '.2f', 0.1), ('gc ms', '.0f', 5), ('scav n', '.0f', None), ('scav sum', '.0f', 5),
    ('scav max', '.1f', 1), ('full n', '.0f', None), ('full max', '.1f', 1), ('step', '.1f', 1), ('gap', '.1f', 1),
    ('p99', '.2f', 0.2), ('med', '.2f', None), ('rss MB', '.0f', 10), ('live MB', '.0f', 10),
    ('load', '.1f', None),
]


class Failure(Exception):
    pass


# ------------------------------------------------------------------------------------------------------------ one run

def run(command):
    """Standard output, standard error and the figures of the process."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        timer = threading.Timer(TIMEOUT, process.kill)
        timer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        finally:
            timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        out.seek(0)
        err.seek(0)
        texts = [f.read().decode('utf-8', 'replace') for f in (out, err)]
    if process.returncode != 0:
        reason = 'time limit' if wall >= TIMEOUT else (re.findall(r'.*(?:FATAL|Error).*', texts[1]) or [''])[0]
        raise Failure(f'status {process.returncode} {reason}'.strip())
    figures = {'wall s': wall, 'cpu s': usage.ru_utime + usage.ru_stime, 'rss MB': usage.ru_maxrss / 1024}
    return texts[0], texts[1], figures


def inside(errors):
    """The line of JSON that a workload prints on standard error."""
    for line in errors.splitlines():
        if line.startswith('{'):
            return json.loads(line)
    return {}


def collections(text):
    found = []
    for line in text.splitlines():
        match = GC_LINE.match(line)
        if not match:
            continue
        at, kind, _, after, pause, steps_ms, steps, biggest = match.groups()
        found.append({'at': float(at), 'full': kind.startswith('Mark'), 'pause': float(pause), 'after': float(after),
                      'steps': float(steps_ms or 0), 'n': int(steps or 0), 'biggest': float(biggest or 0)})
    return found


def gc_figures(found):
    young = [g['pause'] for g in found if not g['full']]
    full = [g['pause'] for g in found if g['full']]
    return {'gc ms': sum(young) + sum(full) + sum(g['steps'] for g in found),
            'scav n': len(young), 'scav sum': sum(young), 'scav max': max(young, default=0),
            'full n': len(full), 'full max': max(full, default=0),
            'step': max((g['biggest'] for g in found), default=0),
            'live MB': max((g['after'] for g in found if g['full']), default=None)}


def measure_once(engine, flags, path, scale):
    """(checksum, figures, figures of each phase)"""
    tail = [path] + ([str(scale)] if scale != 1 else [])
    output, errors, figures = run(shlex.split(engine) + flags + tail)
    checksum, report = output.strip(), inside(errors)
    if checksum.startswith('skipped'):
        return checksum, {}, {}
    for column, key in ('gap', 'longest_gap_ms'), ('p99', 'p99_gap_ms'), ('med', 'median_gap_ms'):
        if key in report:
            figures[column] = report[key]
    traced, errors, _ = run(shlex.split(engine) + flags + ['--trace_gc'] + tail)
    report = inside(errors)
    if checksum not in traced:
        raise Failure(f'with --trace_gc it does not print {checksum!r}')
    # Node's trace is buffered, the program's lines are not: they may stand in the middle of a line of the trace.
    # What is collected after the end of the program, by a task, is not counted.
    found = [g for g in collections(traced.replace(checksum + '\n', '', 1)) if g['at'] <= report.get('end_ms', g['at'])]
    figures.update(gc_figures(found))
    figures['load'] = os.getloadavg()[0]
    phases = {p['name']: gc_figures([g for g in found if p['from_ms'] <= g['at'] <= p['to_ms']])
              for p in report.get('phases', [])}
    return checksum, figures, phases


def medians(rows):
    merged = {}
    for key in rows[0]:
        values = [row[key] for row in rows if row.get(key) is not None]
        merged[key] = statistics.median(values) if values else None
    return merged


def measure(engine, name, options):
    path = os.path.join(HERE, name + '.js')
    flags = flags_of(path) + shlex.split(options.flags)
    rows, phase_rows, checksum = [], [], None
    for _ in range(options.runs):
        checksum, figures, phases = measure_once(engine, flags, path, options.scale)
        rows.append(figures)
        phase_rows.append(phases)
    return {'checksum': checksum, 'figures': medians(rows),
            'phases': {phase: medians([row[phase] for row in phase_rows]) for phase in phase_rows[0]}}


def flags_of(path):
    with open(path) as file:
        match = re.match(r'// flags: (.*)', file.readline())
    return shlex.split(match.group(1)) if match else []


# ---------------------------------------------------------------------------------------------------------- the tables

def ratio(ours, theirs):
    return ours / theirs if ours is not None and theirs else None


def show(value, form, width):
    return f'{value:{width}{form}}' if value is not None else f"{'-':>{width}}"


def print_row(title, engine, cells):
    print(f'{title:16}{engine:22}' + ' '.join(cells), flush=True)


def print_figures(title, engine, figures):
    print_row(title, engine, [show(figures.get(name), form, len(name) + 2) for name, form, _ in COLUMNS])


def print_ratios(engine, ours, theirs):
    cells = [show(ratio(ours.get(name), theirs.get(name)), '.2f', len(name) + 1) + 'x' for name, _, _ in COLUMNS]
    print_row('', '  ' + engine[:19], [c if not c.endswith('-x') else c[:-2] + ' -' for c in cells])


def short(engine):
    words = shlex.split(engine)
    return ' '.join([os.path.basename(words[0])] + words[1:])


def print_phase(phase, engine, figures):
    if figures is None or figures['gc ms'] == 0:
        return
    mean = figures['scav sum'] / max(figures['scav n'], 1)
    print(f"  phase {phase:18} {short(engine)[:21]:22} gc {figures['gc ms']:7.0f} ms, "
          f"{figures['scav n']:5.0f} scavenges of {mean:6.2f} ms (max {figures['scav max']:6.1f}), "
          f"{figures['full n']:3.0f} full (max {figures['full max']:7.1f})")


def compare(name, results, engines, reference):
    """The rows of one workload; returns what is worse than the reference, as lines."""
    worse = []
    for i, engine in enumerate(engines):
        print_figures(name if i == 0 else '', short(engine)[:21], results[engine]['figures'])
    theirs = results[reference]
    for engine in engines:
        if engine == reference:
            continue
        print_ratios(f'{short(engine)}/{short(reference)}', results[engine]['figures'], theirs['figures'])
        worse += judge(name, engine, results[engine]['figures'], theirs['figures'])
    for phase in theirs['phases']:
        for engine in engines:
            print_phase(phase, engine, results[engine]['phases'].get(phase))
    return worse


def judge(name, engine, ours, theirs):
    lines = []
    for column, form, noise in COLUMNS:
        mine, other = ours.get(column), theirs.get(column)
        if noise is None or mine is None or other is None or mine <= other * 1.1 or mine - other <= noise:
            continue
        times = show(ratio(mine, other), '.2f', 8) + ('x' if other else '')
        lines.append((column, f'{short(engine)[:21]:22}{name:16}{column:9}{mine:10{form}}{other:10{form}}{times}'))
    return lines


def print_sizes(engines, options):
    path = os.path.join(HERE, 'sizes.js')
    columns, failed = [], False
    for engine in engines:
        try:
            output, _, _ = run(shlex.split(engine) + flags_of(path) + [path])
            columns.append(json.loads(output))
        except (Failure, json.JSONDecodeError) as failure:
            print(f'sizes: {short(engine)}: {failure}')
            columns.append({})
            failed = True
    print(f"\n{'bytes of one':42}" + ''.join(f'{short(e)[:21]:>22}' for e in engines))
    for name in dict.fromkeys(name for column in columns for name in column):
        print(f'{name:42}' + ''.join(show(column.get(name), '.1f', 22) for column in columns))
    return dict(zip(engines, columns)), failed


# ---------------------------------------------------------------------------------------------------------------- main

def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--engines', default='./nodule;node', help="separated by ';'")
    parser.add_argument('--filter', default='', help='a part of the name; several with commas')
    parser.add_argument('--runs', type=int, default=1)
    parser.add_argument('--scale', type=float, default=1, help='sizes of the workloads, times this')
    parser.add_argument('--flags', default='', help='given to all engines')
    parser.add_argument('--json', help='write all figures to this file')
    return parser.parse_args()


def find_engines(options):
    engines = [e.strip() for e in options.engines.split(';') if e.strip()]
    there = [e for e in engines if shutil.which(shlex.split(e)[0])]
    for engine in engines:
        if engine not in there:
            print(f'not found: {engine}')
    if not there:
        sys.exit(1)
    return there, 'node' if 'node' in there else there[-1]


def measure_all(name, engines):
    """The results of one workload by engine, or None if it failed or is skipped; and whether it failed."""
    results = {}
    for engine in engines:
        try:
            results[engine] = measure(engine, name, OPTIONS)
        except Failure as failure:
            print(f'{name}: {short(engine)}: {failure}', flush=True)
            return None, True
        if results[engine]['checksum'].startswith('skipped'):
            print(f"{name}: {short(engine)}: {results[engine]['checksum']}", flush=True)
            return None, False
    checksums = {e: r['checksum'] for e, r in results.items()}
    if len(set(checksums.values())) > 1:
        print(f'{name}: the checksums differ: {checksums}')
        return None, True
    return results, False


def main():
    engines, reference = find_engines(OPTIONS)
    names = sorted(f[:-3] for f in os.listdir(HERE) if f.endswith('.js'))
    names = [n for n in names if any(part in n for part in OPTIONS.filter.split(','))]
    print('load average ' + ' '.join(f'{x:.2f}' for x in os.getloadavg()) + f', {os.cpu_count()} cores')
    print_row('', '', [f'{name:>{len(name) + 2}}' for name, _, _ in COLUMNS])
    worse, everything, failed = [], {}, False
    for name in names:
        if name == 'sizes':
            continue
        results, this_failed = measure_all(name, engines)
        failed |= this_failed
        if results is not None:
            everything[name] = results
            worse += compare(name, results, engines, reference)
    if worse:
        print(f"\n{'worse than ' + short(reference):22}{'':25}{'its':>10}{short(reference)[:9]:>10}{'ratio':>9}")
    for column, _, _ in COLUMNS:
        for line in (text for where, text in worse if where == column):
            print(line)
    if 'sizes' in names:
        everything['sizes'], this_failed = print_sizes(engines, OPTIONS)
        failed |= this_failed
    print('load average ' + ' '.join(f'{x:.2f}' for x in os.getloadavg()))
    if OPTIONS.json:
        with open(OPTIONS.json, 'w') as file:
            json.dump(everything, file, indent=1)
    return 1 if failed else 0


OPTIONS = parse_options()
sys.exit(main())
