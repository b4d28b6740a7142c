"""What the command tells a person in one line.  The reasons of the rooms stand in their own error trees."""


class Problem(Exception):
    """One line for standard error, with the next step, and the exit status: 1 failed, 2 wrong use."""

    def __init__(self, line: str, *, status: int = 1) -> None:
        super().__init__(line)
        self.line = line
        self.status = status


class Alarm(Problem):
    """Something that must not pass in silence; the run is Failed and the command exits 1."""

    def __init__(self, alarms: list[str], *, report: object = None) -> None:
        super().__init__("; ".join(alarms))
        self.report = report
