"""A marked release on a terminal: the words in colour, and under each paragraph what was read in it."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from warehouse.site.marks import MarkedRelease

STYLES = {
    "inspections": "bold yellow",
    "quotations": "green",
    "metrics": "bold cyan",
    "ratings": "bold magenta",
    "doubts": "underline red",
}


def print_marked(release: MarkedRelease, console: Console) -> None:
    """Print the release with its evidence; without colours the labels still say where each mark begins."""
    console.print(Text(release.title, style="bold"))
    if release.url:
        console.print(Text(release.url, style="dim"))
    console.print(Text("   ".join(f"{name}: {value}" for name, value in release.facts), style="dim"))
    legend = Text("   ").join(Text(name, style=style) for name, style in STYLES.items())
    console.print(legend, "\n", sep="")
    for paragraph in release.paragraphs:
        line = Text()
        labelled: set[str] = set()
        for piece in paragraph.pieces:
            for mark in piece.marks:
                if mark in paragraph.begin and mark.label not in labelled:
                    labelled.add(mark.label)
                    line.append(f"[{mark.label}]", style=f"dim {STYLES[mark.table]}")
            words = Text(piece.text)
            for mark in piece.marks:
                words.stylize(STYLES[mark.table])
            line.append_text(words)
        console.print(line)
        for mark in paragraph.begin:
            note = Text(f"{mark.label} ", style=STYLES[mark.table])
            note.append(mark.note, style="default")
            if mark.rule:
                note.append(f"  [{mark.rule}]", style="dim")
            console.print(Padding(note, (0, 0, 0, 4)))
        console.print()
