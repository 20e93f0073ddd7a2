"""What the page of the editor asks of this machine, in the protocol of Decap's own proxy server.

One POST with ``{"action": …, "params": …}`` for each question (decap-server 3.11). There is no
review here: a text is saved, and ``state: unfinished`` keeps it from the site.
"""

import binascii
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from plugins.web_editor.local.desk import Desk, DeskError, restore, write_all
from plugins.web_editor.local.repository import CommitError, commit

MOST_TEXTS = 1000
"""Texts of a kind that a list shows, the newest: the page asks for all of them at once."""
MOST_UPLOADS = 200

Params = Mapping[str, Any]


class Api:
    """Answers for one content folder; ``top`` is the repository that saves are committed to."""

    def __init__(self, desk: Desk, top: Path | None) -> None:
        """Take the folder and its repository, if there is one."""
        self.desk, self.top = desk, top
        self._actions: dict[str, Callable[[Params], Any]] = {
            "info": self._info,
            "entriesByFolder": self._entries,
            "entriesByFiles": lambda asked: self._read(one["path"] for one in asked["files"]),
            "getEntry": lambda asked: self._read([asked["path"]])[0],
            "persistEntry": self._persist_entry,
            "getMedia": self._media,
            "getMediaFile": lambda asked: self._upload(asked["path"]),
            "persistMedia": self._persist_media,
            "deleteFile": lambda asked: self._delete([asked["path"]], asked),
            "deleteFiles": lambda asked: self._delete(asked["paths"], asked),
            "getDeployPreview": lambda asked: None,
        }

    def answer(self, question: Any) -> Any:
        """Return the answer to a question. Raises DeskError in words for an editor."""
        try:
            action = self._actions[question["action"]]
            return action(question.get("params") or {})
        except (KeyError, TypeError, AttributeError, IndexError, binascii.Error):
            raise DeskError("незрозумілий запит. Оновіть сторінку редактора.") from None

    def _info(self, asked: Params) -> Any:
        return {"repo": self.desk.folder.name, "publish_modes": ["simple"], "type": "local_fs"}

    def _entries(self, asked: Params) -> Any:
        found = self.desk.texts(asked["folder"], min(int(asked["depth"]), 3))
        return self._read(islice(found, MOST_TEXTS))

    def _read(self, paths: Iterable[str]) -> list[Any]:
        return [self._entry(path) for path in paths]

    def _entry(self, path: str) -> Any:
        place = self.desk.place(path)
        if not place.is_file():
            return {"data": None, "file": {"path": path, "id": None}}
        data = place.read_bytes()
        file = {"path": path, "id": sha256(data).hexdigest()}
        return {"data": data.decode("utf-8", "replace"), "file": file}

    def _media(self, asked: Params) -> Any:
        found = self.desk.uploads(asked["mediaFolder"])
        return [self._upload(path) for path in islice(found, MOST_UPLOADS)]

    def _upload(self, path: str) -> Any:
        try:
            data = self.desk.place(path).read_bytes()
        except FileNotFoundError:
            raise DeskError(f"файла «{path}» немає.") from None
        return {
            "id": sha256(data).hexdigest(), "content": b64encode(data).decode(),
            "encoding": "base64", "path": path, "name": PurePosixPath(path).name,
        }  # fmt: skip

    def _persist_entry(self, asked: Params) -> Any:
        texts = asked.get("dataFiles") or [asked["entry"]]
        if any(text.get("newPath") for text in texts):
            raise DeskError("перейменувати файл тут не можна: стара адреса має працювати далі.")
        files = {asset["path"]: _decoded(asset) for asset in asked["assets"]}
        files |= {text["path"]: text["raw"].encode() for text in texts}
        self._save(files, asked["options"]["commitMessage"])
        return {"message": "entry persisted"}

    def _persist_media(self, asked: Params) -> Any:
        asset = asked["asset"]
        self._save({asset["path"]: _decoded(asset)}, asked["options"]["commitMessage"])
        return self._upload(asset["path"])

    def _save(self, files: Mapping[str, bytes], message: str) -> None:
        for path, data in files.items():
            self.desk.require_good(path, data)
        self._write({self.desk.place(path): data for path, data in files.items()}, message)

    def _delete(self, paths: Iterable[str], asked: Params) -> Any:
        places = [self.desk.removable(path) for path in paths]
        self._write(dict.fromkeys(places), asked["options"]["commitMessage"])
        return {"message": "deleted"}

    def _write(self, files: Mapping[Path, bytes | None], message: str) -> None:
        """Write and commit; when either fails, nothing has changed."""
        before = write_all(files)
        if self.top is None:
            return
        try:
            commit(self.top, files, message)
        except CommitError as error:
            restore(before)
            raise DeskError(str(error)) from None


def _decoded(asset: Params) -> bytes:
    return b64decode(asset["content"], validate=True)
