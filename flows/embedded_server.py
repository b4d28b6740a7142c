"""The process of a Prefect server of ours.  It lives as long as its standard input is open, and no longer.

The command that starts it holds the other end: however that command ends, SIGKILL included, the pipe closes and the
server goes within seconds.  Its first line of output is the port it listens on, on loopback.  With a port as argument
it serves on that one, with schedules and UI; without, on a free one and with neither.
"""

import os
import socket
import sys
import threading

import uvicorn

GRACE_SECONDS = 3.0


class _Announced(uvicorn.Server):
    """A server that names its port once it answers."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then print the port."""
        await super().startup(sockets=sockets)
        if sockets and not self.should_exit:
            print(sockets[0].getsockname()[1], flush=True)


def _leave_with_parent(server: uvicorn.Server) -> None:
    """Wait for the end of standard input, then stop, by force if it takes longer than GRACE_SECONDS."""
    while os.read(0, 1024):
        pass
    server.should_exit = True
    threading.Event().wait(GRACE_SECONDS)
    os._exit(0)


def main(port: int | None = None) -> None:
    """Serve Prefect's API on loopback until standard input ends."""
    from prefect.server.api.server import create_app

    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", port or 0))
    app = create_app(ephemeral=port is None, final=True)
    server = _Announced(uvicorn.Config(app, log_level="critical", lifespan="on"))
    threading.Thread(target=_leave_with_parent, args=(server,), daemon=True).start()
    server.run(sockets=[listening])
    os._exit(0 if server.started else 1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else None)
