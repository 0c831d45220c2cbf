"""What a terminal shows: an emulator of what line editing needs of an xterm."""
import re
import unicodedata

SEQUENCE = re.compile(r'\x1b\[([?>]?)([0-9;]*)([@-~])|\x1b[()][A-Z0-9]|\x1b[^\[]|\x1b\[[0-9;?>]*$|\x1b$')


def width_of(c):
    if unicodedata.combining(c):
        return 0
    return 2 if unicodedata.east_asian_width(c) in 'WF' else 1


class Screen:
    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.lines = [[] for _ in range(rows)]
        self.above = []  # what has scrolled off
        self.row = self.column = 0
        self.wrapping = False  # the last column was written: the next character goes to the next line

    def text(self):
        return '\n'.join(self.line(i) for i in range(self.rows)).rstrip('\n')

    def line(self, row):
        return ''.join(self.lines[row]).rstrip()

    def feed(self, text):
        at = 0
        while at < len(text):
            match = SEQUENCE.match(text, at)
            if match:
                self.control(match)
                at = match.end()
            else:
                self.character(text[at])
                at += 1

    def character(self, c):
        if c == '\r':
            self.column = 0
        elif c == '\n':
            self.next_line()
        elif c == '\b':
            self.column = max(self.column - 1, 0)
        elif c == '\t':
            self.column = min(self.column // 8 * 8 + 8, self.columns - 1)
        elif c >= ' ':
            self.put(c, width_of(c))
            return
        self.wrapping = False

    def next_line(self):
        if self.row < self.rows - 1:
            self.row += 1
        else:
            self.above.append(self.line(0))
            self.lines = self.lines[1:] + [[]]

    def put(self, c, width):
        if width == 0:
            return
        if self.wrapping or self.column + width > self.columns:
            self.column = 0
            self.next_line()
        cells = self.lines[self.row]
        cells += [' '] * (self.column + width - len(cells))
        cells[self.column:self.column + width] = [c] + [''] * (width - 1)
        self.column += width
        self.wrapping = self.column == self.columns
        self.column = min(self.column, self.columns - 1)

    def control(self, match):
        if match.group(3) is None or match.group(1):
            return
        numbers = [int(n) if n else 0 for n in match.group(2).split(';')]
        count, final, cells = max(numbers[0], 1), match.group(3), self.lines[self.row]
        if final not in 'mh':
            self.wrapping = False
        if final == 'A':
            self.row = max(self.row - count, 0)
        elif final == 'B':
            self.row = min(self.row + count, self.rows - 1)
        elif final == 'C':
            self.column = min(self.column + count, self.columns - 1)
        elif final == 'D':
            self.column = max(self.column - count, 0)
        elif final == 'G':
            self.column = count - 1
        elif final == 'H':
            self.row, self.column = count - 1, max(numbers[1] if len(numbers) > 1 else 1, 1) - 1
        elif final == 'J' and numbers[0] == 2:
            self.lines = [[] for _ in range(self.rows)]
        elif final == 'J':
            del cells[self.column:]
            self.lines[self.row + 1:] = [[] for _ in range(self.rows - self.row - 1)]
        elif final == 'K':
            del cells[self.column:]
        elif final == 'P':
            del cells[self.column:self.column + count]
        elif final == '@':
            cells[self.column:self.column] = [' '] * count
            del cells[self.columns:]
