"""A line that breaks: a proxy before a server that cuts each connection after so many bytes."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def breaking_line(port: int, after: int) -> Iterator[int]:
    """Give a port that leads to another and cuts each connection after ``after`` bytes."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_accept, args=(server, port, after), daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


def _accept(server: socket.socket, port: int, after: int) -> None:
    while True:
        try:
            client, _ = server.accept()
        except OSError:
            return
        far = socket.create_connection(("127.0.0.1", port))
        threading.Thread(target=_pass, args=(client, far, after), daemon=True).start()
        threading.Thread(target=_pass, args=(far, client, 1 << 40), daemon=True).start()


def _pass(source: socket.socket, target: socket.socket, after: int) -> None:
    try:
        while after > 0 and (data := source.recv(4096)):
            target.sendall(data)
            after -= len(data)
    except OSError:
        pass
    finally:
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
