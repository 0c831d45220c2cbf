#!/usr/bin/env python3
"""The rules of the house that a program can check.

  tools/lint.py [--root DIR] [--objects DIR] [--only RULE]

Rules: layers (tools/layers.txt: includes, and symbols of the objects under build/), private (headers of one folder alone),
pointers (raw heap pointers in variables), fields (stores past the write barrier), memory (malloc outside base/),
extern (functions that nobody else uses), paths (files that comments and docs name), columns (lines of at most 120),
format (clang-format).
Prints `FILE:LINE: what is wrong`, and exits with 1 when there is anything.
"""
import argparse, os, re, subprocess, sys

SOURCE = ('.c', '.h', '.y', '.re', '.def')
TEXT = SOURCE + ('.py', '.sh', '.md', '.js', '.mk')
COLUMNS = 120
INCLUDE = re.compile(r'^\s*#\s*include "([^"]+)"')
COMMENT = re.compile(r'//[^\n]*|/\*.*?\*/', re.S)
UNCHECKED = re.compile(r'(?<![\w>.])(malloc|calloc|realloc|reallocarray|strn?dup|open_memstream|v?asprintf|aligned_alloc|'
                       r'posix_memalign)\(')
# A reason for a raw pointer: in the lines around it.
REASON = re.compile(r'NO_GC|not move|never moves|no allocation|fresh|code space')
POINTERS_IN = ('builtins', 'node', 'observe', 'repl', 'cli', 'engine')


class Tree:
    """The files of a checkout, and what was found wrong with them."""

    def __init__(self, root, objects):
        self.root, self.objects, self.problems = root, objects, []
        listed = subprocess.run(['git', 'ls-files', '-co', '--exclude-standard'], cwd=root, capture_output=True, text=True)
        names = listed.stdout.split('\n') if listed.returncode == 0 else self.walk()
        self.names = [n for n in names if n and os.path.isfile(os.path.join(root, n))]
        self.texts = {n: self.read(n) for n in self.names if n.endswith(TEXT)}
        self.layers = self.read_layers()

    def walk(self):
        for folder, folders, files in os.walk(self.root):
            folders[:] = [f for f in folders if f not in ('.git', 'build', 'node_modules')]
            for name in files:
                yield os.path.relpath(os.path.join(folder, name), self.root)

    def read(self, name):
        with open(os.path.join(self.root, name), encoding='utf-8', errors='replace') as file:
            return file.read()

    def read_layers(self):
        layers = {}
        for line in self.read('tools/layers.txt').split('\n'):
            line = line.split('#')[0].strip()
            if line:
                folder, _, below = line.partition(':')
                layers[folder.strip()] = {folder.strip(), *below.split()}
        return layers

    def sources(self, folders=None, ends=SOURCE):
        for name, text in self.texts.items():
            if name.endswith(ends) and name.split('/')[0] in (folders or self.layers):
                yield name, text

    def say(self, name, line, what):
        self.problems.append(f'{name}:{line}: {what}')


def lines_of(text):
    return enumerate(text.split('\n'), 1)


def line_at(text, offset):
    return text.count('\n', 0, offset) + 1


def code_of(text):
    """The text without comments, line by line as before."""
    return COMMENT.sub(lambda m: '\n' * m.group().count('\n'), text)


# ---------------------------------------------------------------------------------------------------------- layers

def check_layers(tree):
    for name, text in tree.sources():
        folder = name.split('/')[0]
        for number, line in lines_of(text):
            match = INCLUDE.match(line)
            target = match and match.group(1).split('/')[0]
            if target in tree.layers and target not in tree.layers[folder]:
                tree.say(name, number, f'{folder}/ may not include from {target}/ (tools/layers.txt)')
    check_symbols(tree)


def read_symbols(tree):
    """Of each object file: what it defines, and what it uses."""
    defined, used, objects = {}, {}, {}
    for folder, _, files in os.walk(tree.objects):
        for path in (os.path.join(folder, file) for file in files if file.endswith('.o')):
            name = os.path.relpath(path, tree.objects)[:-2]
            source = next((name + end for end in ('.c', '.re', '.y') if name + end in tree.texts), None)
            if source and source.split('/')[0] in tree.layers:  # others are left from an earlier build
                objects[path] = source
    listing = subprocess.run(['nm', '-P', '-A', *objects], capture_output=True, text=True).stdout if objects else ''
    for line in listing.splitlines():
        path, symbol, kind = line.split()[:3]
        source = objects[path[:-1]]
        if kind in 'TDBRC':
            defined[symbol] = source
        elif kind == 'U':
            used.setdefault(source, set()).add(symbol)
    return defined, used


def check_symbols(tree):
    defined, used = read_symbols(tree)
    for source, symbols in used.items():
        folder = source.split('/')[0]
        for symbol in sorted(symbols):
            owner = defined.get(symbol, source).split('/')[0]
            if owner not in tree.layers[folder]:
                tree.say(source, 1, f'{folder}/ may not use {symbol} of {owner}/ (tools/layers.txt)')


def check_private(tree):
    private = {}
    for name, text in tree.sources(ends=('.h',)):
        if name.endswith('-internal.h') or re.search(r'\bprivate to\b', text.split('\n', 1)[0]):
            private[name] = os.path.dirname(name)
    for name, text in tree.sources(list(tree.layers) + ['tests']):
        for number, line in lines_of(text):
            match = INCLUDE.match(line)
            home = match and private.get(match.group(1))
            place = os.path.dirname(name[len('tests/'):] if name.startswith('tests/') else name)
            if home and place != home and not place.startswith(home + '/'):
                tree.say(name, number, f'{match.group(1)} is private to {home}/')


# ---------------------------------------------------------------------------------------------------------- memory

def heap_types(tree):
    """The structs that live in the heap: their first member is a HeapObject, or one of them."""
    types = {'HeapObject'}
    structs = []
    for _, text in tree.sources(['objects', 'vm'], ('.h',)):
        structs += re.findall(r'typedef struct (\w+) \{\s*(?://[^\n]*\n\s*)*(?:(\w+) \w+;|JS_OBJECT_FIELDS;)', code_of(text))
    grown = True
    while grown:
        found = {name for name, first in structs if first in types or not first} - types
        grown = bool(found)
        types |= found
    return types


def check_pointers(tree):
    """In functions with a VM *, which may allocate: those without cannot."""
    types = '|'.join(sorted(heap_types(tree)))
    variable = re.compile(rf'^\s+(?:const )?(?:{types}) \*(?:const )?\w+ = (?!NULL)')
    for name, text in tree.sources(POINTERS_IN, ('.c',)):
        lines = text.split('\n')
        head = ''
        for number, line in enumerate(lines, 1):
            if re.match(r'\w.*\(', line):
                head = line + lines[min(number, len(lines) - 1)]
            near = '\n'.join(lines[max(0, number - 7):number + 8])
            if variable.match(line) and 'VM *' in head and not REASON.search(near):
                tree.say(name, number, 'a raw heap pointer in a variable, without NO_GC or a reason')


def check_fields(tree):
    store = re.compile(r'\bvalue_ *=[^=]')
    for name, text in tree.sources(set(tree.layers) - {'objects', 'heap'}, ('.c', '.h')):
        if name.endswith('-inl.h'):
            continue
        for number, line in lines_of(code_of(text)):
            if store.search(line):
                tree.say(name, number, 'a store past the write barrier: field_set, field_init')


def check_memory(tree):
    for name, text in tree.sources(set(tree.layers) - {'base', 'fuzz'}):
        for number, line in lines_of(code_of(text)):
            match = UNCHECKED.search(line)
            if match:
                tree.say(name, number, f'{match.group(1)}: memory comes from base/memory.h')


# ---------------------------------------------------------------------------------------------------------- names

def check_extern(tree):
    """A function or variable that other files can see is used by another file."""
    defined, _ = read_symbols(tree)
    words = {}
    for name, text in tree.sources(list(tree.layers) + ['tests', 'fuzz']):
        for word in set(re.findall(r'\w+', text if name.endswith(('.re', '.y')) else code_of(text))):
            words.setdefault(word, set()).add(name)
    sources = {name: code_of(text) for name, text in tree.sources()}
    names = macro_names(sources)
    used = used_in_headers(text for name, text in sources.items() if name.endswith(('.h', '.def')))
    for symbol, source in sorted(defined.items()):
        if symbol in ('main',) or not source.endswith('.c'):
            continue
        places = words.get(symbol, set()) - {source}
        if any(not place.endswith('.h') for place in places):
            continue
        if symbol in used or made_by_macro(symbol, names):
            continue
        number = next((n for n, line in lines_of(tree.texts[source]) if re.search(rf'\b{symbol}\b', line)), 1)
        tree.say(source, number, f'{symbol} is extern, but no other file uses it: static, or nothing')


def used_in_headers(headers):
    """What headers name elsewhere than in declarations: in inline functions, macros, tables."""
    used = set()
    for text in headers:
        for line in text.split('\n'):
            declares = re.match(r'[A-Za-z_]', line)
            used.update(re.findall(r'\w+', line.partition('{')[2] if declares else line))
    return used


def macro_names(sources):
    """The fixed parts of names that tables make: script_##name, name##_part."""
    names = set()
    for text in sources.values():
        names |= {(before, '') for before in re.findall(r'(\w+_)##\w', text)}
        names |= {('', after) for after in re.findall(r'\w##(_\w+)', text)}
    return names


def made_by_macro(symbol, names):
    return any(symbol.startswith(before) and symbol.endswith(after) for before, after in names)


def check_paths(tree):
    tops = {name.split('/')[0] for name in tree.names if '/' in name}
    path = re.compile(r'(?<![\w/.<*$({-])((?:' + '|'.join(sorted(tops)) + r')/[\w/.-]*\.(?:c|h|y|re|def|md|js|py|sh|txt))(?![\w*])')
    known = set(tree.names)
    for name, text in tree.texts.items():
        if name.startswith(('tests/', 'bench/', 'examples/')) and name.endswith('.js') or name == 'CHANGELOG.md':
            continue
        for number, line in lines_of(text):
            comment = line if name.endswith('.md') else ''.join(re.findall(r'(?:// |/\*|^\s*# |^\s*\*).*', line))
            for match in path.finditer(comment):
                if match.group(1) not in known and not made(match.group(1)):
                    tree.say(name, number, f'there is no {match.group(1)}')


def made(path):
    return path in ('parser/grammar.h', 'parser/grammar.c', 'lexer/lexer.c') or os.path.basename(path).startswith('NAME.')


def check_columns(tree):
    """Of C.  A line whose text in quotes is long already may be longer."""
    for name, text in tree.sources(list(tree.layers) + ['tests'], ('.c', '.h', '.y', '.re')):
        for number, line in lines_of(text):
            longest = max((len(literal) for literal in re.findall(r'"(?:[^"\\]|\\.)*"', line)), default=0)
            if len(line) > COLUMNS and longest < COLUMNS * 2 / 3:
                tree.say(name, number, f'{len(line)} columns, {COLUMNS} are wanted')


def check_format(tree):
    """As .clang-format says, by the clang-format of Debian 12: others have other opinions."""
    try:
        version = subprocess.run(['clang-format', '--version'], capture_output=True, text=True).stdout
    except FileNotFoundError:
        return
    if 'version 14.' not in version:
        return
    files = [name for name in tree.texts if name.endswith(('.c', '.h'))]
    said = subprocess.run(['clang-format', '--dry-run', '-Werror', *files], cwd=tree.root, capture_output=True, text=True).stderr
    seen = set()
    for name, line in re.findall(r'^([^:\n]+):(\d+):\d+: error: ', said, re.M):
        if name not in seen:
            tree.say(name, line, 'not as clang-format writes it (clang-format -i)')
        seen.add(name)


RULES = {'layers': check_layers, 'private': check_private, 'pointers': check_pointers, 'fields': check_fields,
         'memory': check_memory, 'extern': check_extern, 'paths': check_paths, 'columns': check_columns,
         'format': check_format}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--root', default=os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    parser.add_argument('--objects', help='where the objects of a build are; build/release')
    parser.add_argument('--only', choices=RULES, action='append')
    options = parser.parse_args()
    tree = Tree(options.root, options.objects or os.path.join(options.root, 'build', 'release'))
    for rule in options.only or RULES:
        RULES[rule](tree)
    for problem in tree.problems:
        print(problem)
    return 1 if tree.problems else 0


if __name__ == '__main__':
    sys.exit(main())
