#!/usr/bin/env python3
"""Tests of what surrounds the program: make's output, installation, man page, completion, tables of flags, the archive.

  tests/dist.py       prints what is wrong and `N passed, N failed` last

Wants ./nodule built.  The archive is made twice from the objects that are there; its program runs in an empty folder as root.
"""
import glob, os, re, shutil, subprocess, sys, tarfile, tempfile

from checks import check, finish

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, 'tools'))
import lines, options  # noqa: E402

ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ('MAKEFLAGS', 'MAKELEVEL', 'MFLAGS', 'MODE', 'CFLAGS', 'WERROR')}


def run(*command, cwd=ROOT, timeout=300, **more):
    return subprocess.run(command, cwd=cwd, env=dict(ENVIRONMENT, **more), capture_output=True, text=True, timeout=timeout)


def make(*arguments):
    return run('make', '--no-print-directory', *arguments)


def everything_in(folder):
    return sorted(os.path.relpath(os.path.join(f, n), folder) for f, _, names in os.walk(folder) for n in names)


# ---------------------------------------------------------------------------------------------------------------- make
def output_of_make(folder):
    """One object in a build folder of its own: short lines, and what a change of flags makes anew."""
    goal = [f'B={folder}/build', f'{folder}/build/base/memory.o']
    first = make(*goal)
    check('a short line', first.stdout == 'CC base/memory.c\n', first.stdout + first.stderr)
    check('nothing to do', make('-q', *goal).returncode == 0)
    check('other flags', make(*goal, 'CFLAGS=-DOTHER=\'"a b"\'').stdout == 'CC base/memory.c\n')
    check('the same other flags, through ccache', make('-q', *goal, 'CFLAGS=-DOTHER=\'"a b"\'', 'CC=ccache gcc').returncode == 0)
    whole = make(*goal, 'V=1').stdout
    check('V=1: the whole command', whole.startswith('gcc ') and ' -c -o ' in whole, whole)
    check('-s: nothing is printed', make('-s', *goal).stdout == '')


# --------------------------------------------------------------------------------------------------------- installation
def installation(folder):
    place = ['PREFIX=/opt/nodule', f'DESTDIR={folder}']
    done = make('install', *place)
    check('make install', done.returncode == 0, done.stdout + done.stderr)
    there, top = everything_in(folder), 'opt/nodule/'
    for name in ('bin/nodule', 'share/man/man1/nodule.1', 'share/bash-completion/completions/nodule', 'share/doc/nodule/README.md',
                 'share/doc/nodule/docs/heap.md'):
        check(f'installed: {name}', top + name in there, there)
    check('all is in PREFIX', all(name.startswith(top) for name in there), there)
    version = run(os.path.join(folder, top, 'bin/nodule'), '--version').stdout
    check('the version is that of base/version.h', version == f'v{options.version()}\n', version)
    foreign = os.path.join(folder, top, 'bin/other')
    open(foreign, 'w', encoding='utf-8').close()
    done = make('uninstall', *place)
    check('make uninstall', done.returncode == 0, done.stdout + done.stderr)
    check('what make install made is gone, nothing else', everything_in(folder) == [top + 'bin/other'], everything_in(folder))
    check('so is its folder', not os.path.exists(os.path.join(folder, top, 'share/doc/nodule')))


# ------------------------------------------------------------------------------------------------ made from options.def
def man_page(folder):
    page = os.path.join(folder, 'nodule.1')
    text = options.man()
    with open(page, 'w', encoding='utf-8') as file:
        file.write(text)
    for word in ('NAME', 'SYNOPSIS', 'DESCRIPTION', 'OPTIONS', 'ENVIRONMENT', 'FILES', 'EXIT STATUS', 'SEE ALSO'):
        check(f'man page: {word}', f'\n.Sh {word}\n' in text)
    check('man page: nothing is left to fill in', '@' not in text, re.findall('.*@.*', text))
    plain = text.replace('\\-', '-')
    for name in [f.name for f in options.FLAGS] + [c.name for c in options.COMMANDS]:
        check(f'man page: --{name}', re.search(rf'^\.It .*Fl -{name}( |$)', plain, re.M))
    if shutil.which('mandoc'):
        done = run('mandoc', '-Tlint', '-Wwarning', page)
        check('mandoc finds nothing', done.returncode == 0, done.stdout + done.stderr)
    if shutil.which('man') and shutil.which('groff'):
        done = run('man', '--warnings', '-l', page, MANPAGER='cat', LC_ALL='C.UTF-8')
        check('man finds nothing', done.returncode == 0 and not done.stderr, done.stderr)


def completion(folder):
    script = os.path.join(folder, 'nodule.bash')
    with open(script, 'w', encoding='utf-8') as file:
        file.write(options.completion())
    here = os.path.join(folder, 'scripts')
    os.mkdir(here)
    for name in ('one.js', 'two words.js', 'notes.txt', 'data.json'):
        open(os.path.join(here, name), 'w', encoding='utf-8').close()
    os.mkdir(os.path.join(here, 'sub'))

    def completed(*words):
        done = run('bash', '-c', 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _nodule; printf "%s\\n" "${COMPREPLY[@]}"',
                   'bash', script, 'nodule', *words, cwd=here)
        return sorted(done.stdout.split('\n')[:-1] if done.stdout != '\n' else [])

    for words, expected in (
            (['--trace-g'], ['--trace-gc', '--trace-gc-nvp', '--trace-gc-verbose']),
            (['--max-old'], ['--max-old-space-size=']),
            (['--gc-stress'], ['--gc-stress', '--gc-stress-after-start', '--gc-stress-full', '--gc-stress-incremental',
                               '--gc-stress-scavenges']),
            (['--no-warn'], ['--no-warnings']),
            (['--vers'], ['--version']),
            ([''], ['one.js', 'sub', 'two words.js']),
            (['--trace-gc', 'o'], ['one.js']),
            (['--max-old-space-size', '=', '50', 'o'], ['one.js']),
            (['-r', 'd'], ['data.json']),
            (['-e', ''], []),
            (['-r', 'one.js', 't'], ['two words.js']),
            (['one.js', '--trace-g'], [])):
        check(f'completion of {words}', completed(*words) == expected, completed(*words))


def tables(folder):
    """A copy with a table that is stale, and one that names a flag that is not there."""
    for name in ('tools/options.py', 'cli/options.def', 'base/version.h'):
        os.makedirs(os.path.join(folder, os.path.dirname(name)), exist_ok=True)
        shutil.copy(os.path.join(ROOT, name), os.path.join(folder, name))
    page = os.path.join(folder, 'README.md')

    def write(text):
        with open(page, 'w', encoding='utf-8') as file:
            file.write(text)

    tool = [sys.executable, os.path.join(folder, 'tools/options.py'), 'tables']
    write('a\n<!-- flags: no-color jitless -->\nold\n<!-- end of flags -->\nb\n')
    done = run(*tool, '--check')
    check('a stale table is told', done.returncode == 1 and 'README.md: a table of flags is stale' in done.stdout, done.stdout)
    check('tables are written', run(*tool).returncode == 0 and run(*tool, '--check').returncode == 0)
    with open(page, encoding='utf-8') as file:
        text = file.read()
    check('a table', re.fullmatch(r'a\n<!-- flags: no-color jitless -->\n\| flag \| meaning \|\n\| --- \| --- \|\n\| `--no-color` \| .* \|\n'
                                  r'\| `--jitless` \| .* \|\n<!-- end of flags -->\nb\n', text), text)
    write('<!-- flags: no-such -->\n<!-- end of flags -->\n')
    check('a name that is not there is told', '"no-such", which is not in cli/options.def' in run(*tool).stderr)


def version(folder):
    for name in ('tools/version.sh', 'base/version.h', 'CHANGELOG.md', 'debian/changelog'):
        os.makedirs(os.path.join(folder, os.path.dirname(name)), exist_ok=True)
        shutil.copy(os.path.join(ROOT, name), os.path.join(folder, name))
    os.makedirs(os.path.join(folder, 'docs'))
    page = os.path.join(folder, 'docs/page.md')
    with open(page, 'w', encoding='utf-8') as file:
        file.write(f'nodule v{options.version()} has not\n')
    tool = os.path.join(folder, 'tools/version.sh')
    check('the version is printed', run(tool).stdout == options.version() + '\n')
    run(tool, '9.8.7')
    done = run(tool)
    check('the changelogs are to follow', done.returncode == 1 and 'CHANGELOG.md: the first entry is not of version 9.8.7' in done.stdout and
          'debian/changelog: the first entry' in done.stdout and 'page.md' not in done.stdout, done.stdout)
    with open(page, encoding='utf-8') as file:
        check('a document has the new one', file.read() == 'nodule v9.8.7 has not\n')
    with open(page, 'w', encoding='utf-8') as file:
        file.write('nodule v1.2.3 has not\n')
    check('another version is told', 'docs/page.md:1:nodule v1.2.3' in run(tool).stdout)


def counting():
    text = '''#if A
static int one(void) {
#else
static int other(void) {
#endif
  return '{' + "}"[0];  // }
}
int table[] = {1, 2};
struct S { int f; };
static const struct S s = (struct S){1};
__attribute__((noinline)) void three(int a,
                                     int (*b)(void)) {
}
int short_one(void) { return 1; }
'''
    found = lines.functions_of(text)
    check('functions are found', found == [('one', 6), ('three', 3), ('short_one', 1)], found)
    check('percentiles', [lines.percentile(list(range(1, 201)), p) for p in (50, 99)] == [100, 198])


# ----------------------------------------------------------------------------------------------------------- the archive
def archive(folder):
    """The archive is the same when it is made again; the objects that only it needs are made again for that."""
    sums = []
    for name in ('first', 'second'):
        done = make('dist', f'DIST={folder}/{name}')
        check(f'make dist, {name}', done.returncode == 0, done.stdout + done.stderr)
        if done.returncode != 0:
            return
        with open(os.path.join(folder, name, 'SHA256SUMS'), encoding='utf-8') as file:
            sums.append(file.read())
        if name == 'first':
            shutil.rmtree(os.path.join(ROOT, 'build/release/static'))
    check('the same archive', sums[0] == sums[1], sums)
    check('the sum is right', run('sha256sum', '-c', 'SHA256SUMS', cwd=os.path.join(folder, 'first')).returncode == 0)
    path = glob.glob(os.path.join(folder, 'first/*.tar.gz'))[0]
    check('its name', re.fullmatch(rf'nodule-{re.escape(options.version())}-linux-\w+\.tar\.gz', os.path.basename(path)), path)
    with tarfile.open(path) as file:
        file.extractall(folder)
    unpacked = path.replace('first/', '').removesuffix('.tar.gz')
    there = everything_in(unpacked)
    for name in ('nodule', 'nodule.1', 'nodule.bash', 'README.md', 'LICENSE', 'docs/heap.md', 'examples/closures.js'):
        check(f'in the archive: {name}', name in there, there)
    program = os.path.join(unpacked, 'nodule')
    headers = run('readelf', '-l', program).stdout
    check('it wants no dynamic linker', 'LOAD' in headers and 'INTERP' not in headers, headers)
    done = run(program, '-p', "(1).toLocaleString('de')")
    check('locales are refused clearly', 'It needs ICU, which the static nodule cannot load' in done.stderr, done.stderr)
    in_an_empty_folder(folder, program)


def in_an_empty_folder(folder, program):
    change_root = ['chroot'] if os.geteuid() == 0 else ['unshare', '-r', 'chroot']
    empty = os.path.join(folder, 'empty')
    os.mkdir(empty)
    shutil.copy(program, os.path.join(empty, 'nodule'))
    with open(os.path.join(empty, 'script.js'), 'w', encoding='utf-8') as file:
        file.write("console.log([3, 1, 2].sort().join(), /\\p{Lu}/u.exec('aÄ')[0], process.argv.length, __filename);\n"
                   "require('fs').writeFileSync('/written', 'text'); setTimeout(function () { console.log('later'); }, 1);\n")
    if run(*change_root, empty, '/nodule', '--version').returncode != 0:
        print('skipped: no other root can be set here')
        return
    done = run(*change_root, empty, '/nodule', '/script.js', 'word')
    check('an empty folder: a script', done.stdout == '1,2,3 Ä 3 /script.js\nlater\n', done.stdout + done.stderr)
    check('an empty folder: a file is written', os.path.exists(os.path.join(empty, 'written')))
    done = run(*change_root, empty, '/nodule', '-p', "6 * 7 + ' ' + process.platform")
    check('an empty folder: -p', done.stdout == '42 linux\n', done.stdout + done.stderr)
    done = run('env', '-u', 'HOME', *change_root, empty, '/nodule', '-p', "require('os').homedir()")
    check('an empty folder: users are not known, which is told', 'ENOENT' in done.stderr, done.stdout + done.stderr)
    os.mkdir(os.path.join(empty, 'etc'))
    with open(os.path.join(empty, 'etc/passwd'), 'w', encoding='utf-8') as file:
        file.write('other:x:4242:1::/nowhere:/bin/sh\nroot:x:0:0::/of/root:/bin/sh\n')
    done = run('env', '-u', 'HOME', *change_root, empty, '/nodule', '-p', "require('os').homedir()")
    check('users are those of /etc/passwd', done.stdout == '/of/root\n', done.stdout + done.stderr)


def main():
    for test in (output_of_make, installation, man_page, completion, tables, version, archive):
        with tempfile.TemporaryDirectory() as folder:
            test(folder)
    counting()
    return finish()


if __name__ == '__main__':
    sys.exit(main())
