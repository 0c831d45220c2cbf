#!/usr/bin/env python3
"""Counts lines and functions, folder by folder: `make lines`, for a look before and after a reorganisation.

  tools/lines.py [--depth N] [--longest N] [FOLDER...]

Lines are all lines of a file, blank ones and comments too.  Columns: C, headers, what other tools read (.re, .y, .def),
JavaScript.  A folder's line includes the folders inside it; --depth says down to which one there is a line (default 2).
Functions are those defined in .c, .h and .re files; a function's lines go from its first word to its closing brace.
"""
import argparse, os, re, subprocess
from collections import defaultdict

COLUMNS = {'.c': 'C', '.h': 'headers', '.re': '.re/.y/.def', '.y': '.re/.y/.def', '.def': '.re/.y/.def', '.js': 'js'}
NAMES = ('C', 'headers', '.re/.y/.def', 'js')
WITH_FUNCTIONS = ('.c', '.h', '.re')
NOT_PROGRAM = ('tests', 'bench', 'fuzz', 'examples', 'docs', 'tools')
# Comments, texts and characters in C.
NO_CODE = re.compile(r'//(?:\\\n|[^\n])*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
BRACKETS = re.compile(r'[{}();=\n]')


def source_files(root, folders):
    """Paths from the root of the files that git knows; without git, of all but build/ and hidden folders."""
    done = subprocess.run(['git', '-C', root, 'ls-files', '-z'], capture_output=True, text=True)
    if done.returncode == 0:
        files = [f for f in done.stdout.split('\0') if f and os.path.exists(os.path.join(root, f))]
    else:
        files = []
        for folder, inside, names in os.walk(root):
            inside[:] = [i for i in inside if i[0] != '.' and i != 'build']
            files += [os.path.relpath(os.path.join(folder, n), root) for n in names]
    wanted = [os.path.normpath(f) + os.sep for f in folders]
    return sorted(f for f in files if not wanted or any(f.startswith(w) for w in wanted))


def without_directives(text):
    """Blank lines in place of the preprocessor's, and of the second branch of a condition: braces are in balance then."""
    lines, skipping, continued = [], [], False
    for line in text.split('\n'):
        directive = re.match(r'\s*#\s*(\w+)', line) if not continued else None
        if directive:
            word = directive.group(1)
            if word in ('if', 'ifdef', 'ifndef'):
                skipping.append(False)
            elif word in ('else', 'elif') and skipping:
                skipping[-1] = True
            elif word == 'endif' and skipping:
                skipping.pop()
        blank = directive or continued or any(skipping)
        continued = bool(directive or continued) and line.endswith('\\')
        lines.append('' if blank else line)
    return '\n'.join(lines)


def functions_of(text):
    """(name, lines) of each function that a text of C defines."""
    text = NO_CODE.sub(lambda m: '\n' * m.group().count('\n') + ' ', text)
    text = without_directives(text)
    found, braces, parentheses, line, begin, assigned = [], 0, 0, 1, 0, False
    head = None
    for match in BRACKETS.finditer(text):
        c, at = match.group(), match.start()
        if c == '\n':
            line += 1
        elif c == '(':
            parentheses += 1
        elif c == ')':
            parentheses -= 1
        elif c == '=':
            assigned = assigned or (braces == 0 and parentheses == 0)
        elif c == '{':
            if braces == 0 and text[begin:at].rstrip().endswith(')') and not assigned:
                head = text[begin:at]
                first = line - head.lstrip().count('\n')
            braces += 1
        elif c == '}':
            braces -= 1
            if braces == 0:
                if head:
                    found.append((name_of(head), line - first + 1))
                head, begin, assigned = None, at + 1, False
        elif braces == 0 and parentheses == 0:  # ;
            begin, assigned = at + 1, False
    return found


def name_of(head):
    """The name in front of the last pair of parentheses that are not inside of others."""
    depth = 0
    for i in range(len(head) - 1, -1, -1):
        depth += (head[i] == ')') - (head[i] == '(')
        if depth == 0 and head[i] == '(':
            words = re.findall(r'\w+', head[:i])
            return words[-1] if words else '?'
    return '?'


class Count:
    def __init__(self):
        self.lines, self.functions, self.files = defaultdict(int), [], 0

    def row(self, name):
        total = sum(self.lines.values())
        sizes = sorted(size for size, _, _ in self.functions)
        figures = [len(sizes), percentile(sizes, 50), percentile(sizes, 99), sizes[-1]] if sizes else ['', '', '', '']
        return [name, self.files] + [self.lines[c] or '' for c in NAMES] + [total] + figures


def percentile(sizes, percent):
    """The smallest size that this share of the sizes does not exceed."""
    return sizes[max(0, -(-len(sizes) * percent // 100) - 1)]


def folders_of(path, depth):
    parts = path.split('/')[:-1]
    return ['/'.join(parts[:i]) for i in range(1, min(len(parts), depth) + 1)]


def count(root, files, depth):
    counts = defaultdict(Count)
    for path in files:
        kind = os.path.splitext(path)[1]
        if kind not in COLUMNS:
            continue
        with open(os.path.join(root, path), encoding='utf-8', errors='replace') as file:
            text = file.read()
        lines = text.count('\n') + (not text.endswith('\n') and text != '')
        functions = functions_of(text) if kind in WITH_FUNCTIONS else []
        top = path.split('/')[0]
        for name in folders_of(path, depth) + ['ALL'] + ([] if top in NOT_PROGRAM else ['PROGRAM']):
            counts[name].files += 1
            counts[name].lines[COLUMNS[kind]] += lines
            counts[name].functions += [(size, function, path) for function, size in functions]
    return counts


def print_table(rows):
    widths = [max(len(str(row[i])) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print('  '.join(str(c).ljust(w) if i == 0 else str(c).rjust(w) for i, (c, w) in enumerate(zip(row, widths))).rstrip())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--depth', type=int, default=2)
    parser.add_argument('--longest', type=int, default=5, help='how many of the longest functions are named (5)')
    parser.add_argument('folders', nargs='*')
    options = parser.parse_args()
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    counts = count(root, source_files(root, options.folders), options.depth)
    rows = [['folder', 'files', *NAMES, 'lines', 'functions', 'median', '99 %', 'longest']]
    for name in sorted(n for n in counts if n not in ('ALL', 'PROGRAM')):
        rows.append(counts[name].row('  ' * name.count('/') + name))
    for name, words in (('PROGRAM', 'the program'), ('ALL', 'all')):
        if name in counts:
            rows.append(counts[name].row(words))
    print_table(rows)
    print(f'\nlongest functions of {"the program" if "PROGRAM" in counts else "all"}:')
    longest = counts['PROGRAM' if 'PROGRAM' in counts else 'ALL'].functions
    for size, function, path in sorted(longest, key=lambda f: (-f[0], f[1]))[:options.longest]:
        print(f'{size:5}  {function}  {path}')


if __name__ == '__main__':
    main()
