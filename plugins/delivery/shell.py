"""One shell on the host for one deploy: it runs what host.sh knows, and holds the lock.

When the deploy dies, its shell reads the end of its input and ends too; whoever comes next sees
that the holder of the lock is no more.
"""

import secrets
import shlex
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from plugins.delivery.errors import Failed

_FUNCTIONS = Path(__file__).with_name("host.sh")
_PATIENCE = 10  # seconds for a shell to end after its input


class Said(Exception):
    """A function of host.sh ended with a code of its own; ``output`` is what it wrote."""

    def __init__(self, code: int, output: str) -> None:
        super().__init__(output)
        self.code = code
        self.output = output


class Shell:
    """A running POSIX shell, here or behind ssh. Raises Failed when it cannot be reached."""

    def __init__(self, command: Sequence[str], where: str) -> None:
        self._where = where
        self._turn = threading.Lock()
        self._mark = f"end-{secrets.token_hex(8)}"
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the shell
        # A session of its own: Ctrl+C ends the deploy, not a step half done.
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
            start_new_session=True,
        )  # fmt: skip
        self._tell(_FUNCTIONS.read_text("utf-8") + "\nexec 2>&1\n")
        self.run("true")

    def __enter__(self) -> "Shell":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()

    def run(self, *words: str) -> str:
        """Run a function with its arguments and return what it wrote.

        Raises Said when it ends with a code other than 0, Failed when the shell is lost.
        """
        with self._turn:
            return self._run(*words)

    def _run(self, *words: str) -> str:
        self._tell(f"{shlex.join(words)} </dev/null; echo {self._mark} $?\n")
        assert self._process.stdout is not None
        lines: list[str] = []
        for line in iter(self._process.stdout.readline, b""):
            text = line.decode(errors="replace")
            before, mark, code = text.partition(self._mark)
            if mark:
                output = "".join([*lines, before])
                if int(code):
                    raise Said(int(code), output.strip())
                return output
            lines.append(text)
        raise Failed(self._lost())

    def close(self) -> None:
        """End the shell."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.close()
            self._process.wait(_PATIENCE)
        except (OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._errors.close()

    def _tell(self, text: str) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(text.encode())
            self._process.stdin.flush()
        except OSError:
            raise Failed(self._lost()) from None

    def _lost(self) -> str:
        self._process.wait()
        self._errors.seek(0)
        said = self._errors.read().decode(errors="replace").strip()
        return f"{self._where} не відповідає. {said}".strip()
