#!/usr/bin/env python3
"""Runs tests of test262, the conformance suite of ECMAScript, and compares the failures with a list of known ones.

  test262.py [options] DIRECTORY        of a checkout of https://github.com/tc39/test262

Without --all these are the tests of ES5.1 (frontmatter `es5id`) in annexB, built-ins and language, and every change of
the list is an error: a test that fails and is not listed, a listed one that passes or is not there.  The list has a
line for each test: `path below test/  # why it fails`.  The last line counts: `N passed, N failed`, where passed
means: as the list says.

  --engine CMD    with its flags (./nodule --expose-gc)          -j N          processes side by side (number of CPUs)
  --filter REGEX  only tests whose path has it                   --timeout N   seconds for each run (30)
  --list          the failures with their messages               --update      writes the list anew, reasons are kept
  --known FILE    the list (tests/test262/known.txt)
  --all           everything in built-ins/, language/ and annexB/ that needs nothing of ABSENT and ABSENT_PATHS below:
                  prints a rate for each folder and compares nothing

A test runs as a script on the engine's standard input, so that its declarations are global, once sloppy and once
strict where its flags do not say otherwise.
"""
import argparse, concurrent.futures, fnmatch, os, re, shlex, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# What the engine does not have, by test262's names of features; a * stands for anything.
ABSENT = '''
    Array.fromAsync Atomics* BigInt Error.isError Float16Array Intl* IsHTMLDDA Math.sumPrecise Promise* Proxy
    RegExp.escape ShadowRealm SharedArrayBuffer Temporal array-grouping arraybuffer-transfer async-*
    await-dictionary arbitrary-module-namespace-names canonical-tz class* cross-realm decorators destructuring-*
    dynamic-import error-stack-accessor explicit-resource-management export-* generators immutable-arraybuffer
    import* iterator-* joint-iteration json-modules json-parse-with-source legacy-regexp
    nonextensible-applies-to-private object-rest promise-* proxy-missing-checks regexp-duplicate-named-groups
    regexp-modifiers regexp-v-flag resizable-arraybuffer set-methods source-phase-imports* super
    tail-call-optimization top-level-await uint8array-base64 upsert'''.split()
# Folders of tests that do not name their features, and files that need a host's help.
ABSENT_PATHS = re.compile(r'''(^|/)(AbstractModuleSource|Async\w+|Atomics|BigInt|DisposableStack|Generator\w*|Iterator
    |Promise|Proxy|ShadowRealm|SharedArrayBuffer|SuppressedError|Temporal|async-\w+|class|generators|import|export
    |module-code|dstr|destructuring|for-await-of|dynamic-import|import\.meta|fromAsync|yield|await|super)(/|$)''', re.X)
ABSENT_INCLUDES = {'detachArrayBuffer.js', 'asyncHelpers.js', 'resizableArrayBufferUtils.js', 'testIntl.js'}

FRONTMATTER = re.compile(r'/\*---(.*?)---\*/', re.S)
# The host's part; what it defines is not enumerable, for there are tests that walk the global object.
PRELUDE = '''
(function (global) {
  function define(name, value) {
    Object.defineProperty(global, name, {value: value, writable: true, configurable: true});
  }
  var log = console.log;
  define('print', function (text) { log(String(text)); });
  define('$262', {
    global: global,
    evalScript: function (text) { return require('vm').runInThisContext(text); },
    gc: function () { gc(); }
  });
})(globalThis);
'''


class Test:
    def __init__(self, folder, path):
        self.path = path
        with open(os.path.join(folder, 'test', path), 'rb') as f:
            self.source = f.read()
        match = FRONTMATTER.search(self.source.decode('utf-8', 'replace'))
        self.front = re.sub('\r\n?', '\n', match.group(1)) if match else ''
        self.es5 = bool(re.search(r'^ *es5id:', self.front, re.M))
        self.flags = self.words('flags')
        self.features = self.words('features')
        self.includes = self.words('includes')
        negative = re.search(r'^ *negative:\s*\n((?:[ \t]+.*\n?)+)', self.front, re.M)
        self.negative = dict(re.findall(r'(phase|type):\s*(\w+)', negative.group(1))) if negative else None

    def words(self, key):
        """A list of the frontmatter: `key: [a, b]`, or a line `- a` for each."""
        found = re.search(r'^ *%s:[ \t]*(?:\[([^\]]*)\]|((?:\n[ \t]*- .*)+))' % key, self.front, re.M)
        if not found:
            return []
        return [word for word in re.findall(r'[^\s,]+', found.group(1) or found.group(2) or '') if word != '-']

    def is_within(self):
        return not (any(fnmatch.fnmatchcase(feature, name) for feature in self.features for name in ABSENT)
                    or ABSENT_PATHS.search(self.path) or ABSENT_INCLUDES.intersection(self.includes)
                    or 'module' in self.flags)

    def variants(self):
        """Whether to run it strict."""
        if {'raw', 'noStrict', 'module'}.intersection(self.flags):
            return [False]
        return [True] if 'onlyStrict' in self.flags else [False, True]


def harness(folder, test, strict):
    """What stands in front of the test."""
    if 'raw' in test.flags:
        return b''
    names = ['assert.js', 'sta.js'] + (['doneprintHandle.js'] if 'async' in test.flags else []) + test.includes
    text = ('"use strict";' if strict else '') + PRELUDE
    for name in names:
        with open(os.path.join(folder, 'harness', name), encoding='utf-8') as f:
            text += f.read() + '\n'
    return text.encode()


def message_of(output):
    """The line that says most: the first that names an error, else the last."""
    lines = [line.strip() for line in re.sub(r'\{\n *', '{', output).split('\n') if line.strip()]
    named = [line for line in lines if re.match(r'(Uncaught )?(\w*Error|Test262)\b', line)]
    return (named or lines[-1:] or [''])[0][:200]


def run(test, strict, options):
    """Why this variant fails, or None."""
    source = harness(options.directory, test, strict) + test.source
    try:
        done = subprocess.run(options.engine, input=source, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=options.timeout)
    except subprocess.TimeoutExpired:
        return 'timeout'
    output = done.stdout.decode('utf-8', 'replace')
    if done.returncode < 0 or done.returncode > 128:
        return 'crashed, status %d: %s' % (done.returncode, message_of(output))
    if test.negative:
        kind = test.negative['type']
        if done.returncode == 0:
            return 'throws no %s' % kind
        if test.negative['phase'] != 'runtime' and 'should not be evaluated' in output:
            return 'is evaluated, %s comes too late' % kind
        return None if re.search(r'\b%s\b' % kind, output) else 'throws no %s: %s' % (kind, message_of(output))
    if done.returncode != 0:
        return message_of(output)
    if 'async' in test.flags and 'Test262:AsyncTestComplete' not in output:
        return message_of(output) or 'does not complete'
    return None


def failure(test, options):
    """Why the test fails in one of its variants, or None."""
    for strict in test.variants():
        reason = run(test, strict, options)
        if reason:
            return '%s: %s' % ('strict' if strict else 'sloppy', reason)
    return None


def find_tests(options):
    top = os.path.join(options.directory, 'test')
    for part in ('annexB', 'built-ins', 'language'):
        for folder, folders, files in os.walk(os.path.join(top, part)):
            folders.sort()
            for name in sorted(files):
                path = os.path.relpath(os.path.join(folder, name), top)
                if name.endswith('.js') and '_FIXTURE' not in name and re.search(options.filter, path):
                    test = Test(options.directory, path)
                    if test.is_within() if options.all else test.es5:
                        yield test


def read_known(path):
    """{path: reason}, and the comment lines in front."""
    known, head = {}, []
    if os.path.exists(path):
        with open(path, encoding='utf-8') as f:
            for line in f:
                name, _, reason = line.strip().partition('#')
                if name:
                    known[name.strip()] = reason.strip()
                elif line.startswith('#'):
                    head.append(line)
    return known, head


def write_known(path, head, known):
    with open(path, 'w', encoding='utf-8') as f:
        f.writelines(head + ['%s  # %s\n' % (name, known[name]) for name in sorted(known)])


def print_rates(tests, failures):
    """A line for each folder, two levels deep."""
    counts = {}
    for test in tests:
        count = counts.setdefault('/'.join(os.path.dirname(test.path).split('/')[:2]), [0, 0])
        count[0] += test.path not in failures
        count[1] += 1
    for folder, (passed, number) in sorted(counts.items()):
        print('%-44s %6d of %6d  %6.2f %%' % (folder, passed, number, 100 * passed / number))
    passed = len(tests) - len(failures)
    print('%-44s %6d of %6d  %6.2f %%' % ('all', passed, len(tests), 100 * passed / max(1, len(tests))))


def compare(tests, failures, known, options):
    """Prints what is not as the list says; how many tests that are."""
    changes = []
    for test in tests:
        if test.path in failures and test.path not in known:
            changes.append('FAILED %s: %s' % (test.path, failures[test.path]))
        elif test.path not in failures and test.path in known:
            changes.append('PASSED though it is listed as a failure: %s' % test.path)
    there = {test.path for test in tests}
    changes += ['NOT THERE though it is listed: %s' % path for path in sorted(known)
                if path not in there and re.search(options.filter, path)]
    print(*changes, sep='\n', end='\n' if changes else '')
    return len(changes)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('directory')
    parser.add_argument('--engine', default='./nodule --expose-gc')
    parser.add_argument('-j', dest='jobs', type=int, default=os.cpu_count())
    parser.add_argument('--filter', default='', metavar='REGEX')
    parser.add_argument('--timeout', type=float, default=30)
    parser.add_argument('--known', default=os.path.join(ROOT, 'tests', 'test262', 'known.txt'))
    for flag in ('--all', '--list', '--update'):
        parser.add_argument(flag, action='store_true')
    options = parser.parse_args()
    options.engine = shlex.split(options.engine)
    return options


def main():
    options = parse_arguments()
    tests = list(find_tests(options))
    if not tests:
        sys.exit('no tests in %s' % options.directory)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        reasons = list(pool.map(lambda test: failure(test, options), tests))
    failures = {test.path: reason for test, reason in zip(tests, reasons) if reason}
    if options.list:
        for path, reason in failures.items():
            print('%s: %s' % (path, reason))
    if options.all:
        print_rates(tests, failures)
        print('%d passed, %d failed' % (len(tests) - len(failures), len(failures)))
        return 0
    known, head = read_known(options.known)
    if options.update:
        kept = {path: why for path, why in known.items() if not re.search(options.filter, path)}
        known = dict(kept, **{path: known.get(path) or why for path, why in failures.items()})
        write_known(options.known, head, known)
    changes = compare(tests, failures, known, options)
    print('%d of %d tests pass, %d are listed as failures' % (len(tests) - len(failures), len(tests), len(known)))
    print('%d passed, %d failed' % (len(tests) - changes, changes))
    return 1 if changes else 0


if __name__ == '__main__':
    sys.exit(main())
