#!/usr/bin/env python3
"""Draws docs/session.svg: what an interactive session prints.  tools/draw-session.py [ENGINE] runs it anew."""
import html, os, re, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LINES = (
    'var cache = {}; (function () {',
    '  var local = new Array(1e6).fill(0); cache.get = function () { return local; };',
    '})();',
    '.retainers cache.get()',
    '.heap',
    'cache = null;',
    '.gc',
)
WIDTH, HEIGHT, MARGIN = 8.4, 19, 16
COLOURS = {'> ': '#8be9fd', '... ': '#8be9fd', '': '#e6e6e6'}


def session(engine):
    """The session as it looks on a terminal: each prompt with what was typed, and what came then."""
    done = subprocess.run([engine, '-i'], input='\n'.join(LINES) + '\n', capture_output=True, text=True, check=True)
    typed, shown = iter(LINES), []
    for text in re.split(r'^((?:> |\.\.\. )+)', done.stdout, flags=re.M):
        if re.fullmatch(r'(?:> |\.\.\. )+', text):
            shown += [prompt + next(typed, '') for prompt in re.findall(r'> |\.\.\. ', text)]
        elif text:
            shown += text.rstrip('\n').split('\n')
    return shown[:-1]  # the last prompt waits


def main():
    lines = session(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, 'nodule'))
    width, height = round(max(map(len, lines)) * WIDTH + 2 * MARGIN), len(lines) * HEIGHT + 2 * MARGIN
    with open(os.path.join(ROOT, 'docs/session.svg'), 'w', encoding='utf-8') as file:
        file.write(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">\n'
                   f'<rect width="{width}" height="{height}" rx="8" fill="#1e1f29"/>\n'
                   '<g font-family="ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace" font-size="14">\n')
        for i, line in enumerate(lines):
            colour = next(c for prompt, c in COLOURS.items() if line.startswith(prompt))
            file.write(f'<text x="{MARGIN}" y="{MARGIN + i * HEIGHT + 14}" fill="{colour}" xml:space="preserve" '
                       f'textLength="{len(line) * WIDTH:.1f}">{html.escape(line)}</text>\n' if line else '')
        file.write('</g>\n</svg>\n')


if __name__ == '__main__':
    main()
