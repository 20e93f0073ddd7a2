"""An FTP server with TLS on loopback, in a process of its own: it can cut connections.

Debian's Python runs it, which has the server (.ci/servers.py).

python3 ftp_server.py FOLDER CERTIFICATE PORT [CUT]   # CUT: bytes after which a transfer is cut
"""

import sys

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import TLS_DTPHandler, TLS_FTPHandler
from pyftpdlib.servers import FTPServer


class Cutting(TLS_DTPHandler):  # type: ignore[misc]  # it carries no types
    """Cuts every n-th upload in the middle, and the control connection with it."""

    seen = 0
    every = 0

    def handle_read(self) -> None:
        """Read, or cut."""
        Cutting.seen += 1
        if self.every and Cutting.seen % self.every == 0:
            self.cmd_channel.close()
            self.close()
            return
        super().handle_read()


def main(folder: str, certificate: str, port: str, every: str = "0") -> None:
    """Serve until killed."""
    authorizer = DummyAuthorizer()
    authorizer.add_user("web", "secret", folder, perm="elradfmwMT")
    Cutting.every = int(every)
    TLS_FTPHandler.certfile = certificate
    TLS_FTPHandler.authorizer = authorizer
    TLS_FTPHandler.dtp_handler = Cutting
    TLS_FTPHandler.tls_control_required = True
    TLS_FTPHandler.tls_data_required = True
    FTPServer(("127.0.0.1", int(port)), TLS_FTPHandler).serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
