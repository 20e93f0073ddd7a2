"""One shell on the host for one deploy: it runs what host.sh knows, and holds the lock.

When the deploy dies, its shell reads the end of its input and ends too; whoever comes next sees
that the holder of the lock is no more.
"""

import os
import shlex
import subprocess
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
    """A running POSIX shell, here or behind ssh."""

    def __init__(self, command: Sequence[str], where: str) -> None:
        self._where = where
        self._turn = threading.Lock()
        mark = os.urandom(8).hex()
        self._begin, self._end = f"begin-{mark}", f"end-{mark}"
        # A session of its own: Ctrl+C ends the deploy, not a step half done.
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                start_new_session=True,
            )  # fmt: skip
        except FileNotFoundError:
            raise lacks(command[0]) from None
        # What a login says of its own comes before the mark. Nobody waits for it: it is read with
        # the first answer, for each wait is a way there and back.
        self._tell(f"{_FUNCTIONS.read_text('utf-8')}\nexec 2>&1\necho {self._begin}\n")

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
        self._tell(f"{shlex.join(words)} </dev/null; echo {self._end} $? || exit\n")
        assert self._process.stdout is not None
        lines: list[str] = []
        for line in iter(self._process.stdout.readline, b""):
            text = line.decode(errors="replace")
            if self._begin in text:
                lines.clear()
                continue
            before, end, code = text.partition(self._end)
            if end:
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
        assert self._process.stderr is not None
        try:
            self._process.stdin.close()
            self._process.wait(_PATIENCE)
        except (OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._process.stderr.close()

    def _tell(self, text: str) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(text.encode())
            self._process.stdin.flush()
        except OSError:
            raise Failed(self._lost()) from None

    def _lost(self) -> str:
        assert self._process.stderr is not None
        said = self._process.stderr.read().decode(errors="replace")
        return f"{self._where} {_why(said)}"


def _why(said: str) -> str:
    """Return what ssh says, in plain words where they are known."""
    lines = [line for line in said.splitlines() if line.strip(" @\r")]
    known = {
        "Host key verification failed": "має не той ключ, що в known_hosts: або його замінено, або "
        "хтось видає себе за цей хост. Звірте відбиток з адміністратором; доти сюди нічого не піде",
        "Permission denied": "не пускає: перевірте user, key і ключ в authorized_keys",
        "Could not resolve": "не відповідає: такого імені немає, перевірте host",
        "refused": "не відповідає: перевірте host, port і чи працює sshd",
        "timed out": "не відповідає: перевірте host, port і мережу",
    }
    plain = next((words for sign, words in known.items() if sign in said), "")
    plain = plain or "не відповідає або зв’язок обірвався. Повторіть розгортання"
    return f"{plain} ({lines[-1].strip()})" if lines else plain


def lacks(program: str) -> Failed:
    """Return what to say of a program that this machine does not have."""
    package = "openssh-client" if program == "ssh" else program
    return Failed(f"бракує програми {program}. Встановіть її: sudo apt install {package}")
