#!/usr/bin/env python3
"""make lint finds each kind of breach: a copy of the sources gets one of each.

  tests/lint.py

Lint holds when it finds nothing in the sources as they are, and each of what was planted.
"""
import os, shutil, subprocess, sys, tempfile

from checks import check, finish

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# What is planted: a file, what is put behind its last line, a part of what lint says of that file.
BREACHES = [
    ('an include upward', 'heap/policy.c', '#include "vm/vm.h"\n', 'heap/ may not include from vm/'),
    ('an include upward in a header', 'objects/value.h', '#include "node/host/node.h"\n',
     'objects/ may not include from node/'),
    ('an include upward in a table', 'compiler/opcodes.def', '#include "vm/vm.h"\n',
     'compiler/ may not include from vm/'),
    ("another folder's private header", 'observe/graph.c', '#include "heap/heap-internal.h"\n',
     'heap/heap-internal.h is private to heap/'),
    ('a raw pointer kept over a call', 'builtins/array/array.c',
     '\n' * 9 + 'static bool kept(VM *vm, Slot out) {\n  JSArray *array = as_array(out);\n'
     '  return put(vm, out, out, out) && array;\n}\n',
     'a raw heap pointer in a variable'),
    ('a store past the write barrier', 'vm/property/elements.c',
     'static void store(Field *field, Value value) { field->value_ = value; }\n', 'a store past the write barrier'),
    ('a malloc', 'node/os/os.c', 'static void *room(void) { return malloc(8); }\n', 'malloc: memory comes from'),
    ('a strdup', 'repl/history.c', 'static char *twice(const char *text) { return strdup(text); }\n',
     'strdup: memory comes from'),
    ('a comment that names a file which is not there', 'heap/sweep.c', '// heap/' + 'broom.c sweeps, too.\n',
     'there is no heap/' + 'broom.c'),
    ('a long line', 'heap/sweep.c', '// ' + 'a long line ' * 12 + '\n', '147 columns'),
    ('an unformatted line', 'heap/sweep.c', 'static  int  spaced( void ){return 1 ;}\n', 'not as clang-format'),
]

# Of symbols, lint asks the objects: these are compiled in the copy.
OBJECTS = [
    ('a dead extern symbol', 'base/nearest.c', 'int nobody_uses_this;\nint nobody_uses_this = 1;\n',
     'nobody_uses_this is extern'),
    ('a symbol of a folder above', 'base/nearest.c',
     'extern void vm_destroy(void *vm);\nvoid (*upward)(void *vm);\nvoid (*upward)(void *vm) = vm_destroy;\n',
     'base/ may not use vm_destroy of vm/'),
]


def lint(root, objects):
    done = subprocess.run([sys.executable, os.path.join(root, 'tools', 'lint.py'), '--root', root, '--objects', objects],
                          capture_output=True, text=True)
    return done.returncode, done.stdout


def copy_sources(to):
    for name in subprocess.run(['git', 'ls-files', '-co', '--exclude-standard'], cwd=ROOT, capture_output=True,
                               text=True).stdout.split('\n'):
        if name and os.path.isfile(os.path.join(ROOT, name)):
            os.makedirs(os.path.join(to, os.path.dirname(name)), exist_ok=True)
            shutil.copy(os.path.join(ROOT, name), os.path.join(to, name))


def copy_objects(to):
    """As links: one is replaced where a breach is compiled."""
    of = os.path.join(ROOT, 'build', 'release')
    for folder, _, files in os.walk(of):
        for file in files:
            if file.endswith('.o'):
                link = os.path.join(to, os.path.relpath(os.path.join(folder, file), of))
                os.makedirs(os.path.dirname(link), exist_ok=True)
                os.symlink(os.path.join(folder, file), link)


def plant(root, name, text):
    with open(os.path.join(root, name), 'a', encoding='utf-8') as file:
        file.write(text)


def compile_in(root, objects, name):
    target = os.path.join(objects, name[:-2] + '.o')
    if os.path.lexists(target):
        os.remove(target)
    subprocess.run(['gcc', '-std=gnu11', '-D_GNU_SOURCE', '-I' + root, '-c', '-o', target, os.path.join(root, name)], check=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        root, objects = os.path.join(folder, 'sources'), os.path.join(folder, 'objects')
        copy_sources(root)
        copy_objects(objects)
        status, found = lint(root, objects)
        check('nothing is found as it is', status == 0 and found == '', found[:500])
        for what, name, text, said in BREACHES + OBJECTS:
            plant(root, name, text)
        for name in sorted({breach[1] for breach in OBJECTS}):
            compile_in(root, objects, name)
        status, found = lint(root, objects)
        for what, name, text, said in BREACHES + OBJECTS:
            lines = [line for line in found.split('\n') if line.startswith(name + ':')]
            check(f'{what} is found', status == 1 and any(said in line for line in lines), lines)
    return finish()


sys.exit(main())
