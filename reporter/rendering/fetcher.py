"""What a document may read: files below its own roots, and data written into it. Nothing else, no network.

The engine's own fetcher would embed any file of the machine that a template or a page's text smuggles in
(`<link rel=attachment href="file:///etc/passwd">`).
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse


class Fetcher(URLFetcher):  # type: ignore[misc]
    """Reads files whose real path lies in one of `roots`, and `data:` addresses."""

    def __init__(self, roots: Iterable[Path]) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)
        self._roots = tuple(sorted({root.resolve() for root in roots}))

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The content behind an address.

        Raises PermissionError for everything outside the roots; the engine turns it into a warning.
        """
        parts = urlsplit(url)
        if parts.scheme == "data":
            return super().fetch(url, headers)
        if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
            raise PermissionError(f"documents may not read {url}")
        path = Path(url2pathname(parts.path)).resolve()
        if not any(path.is_relative_to(root) for root in self._roots):
            raise PermissionError(f"documents may not read {path}")
        if not path.is_file():  # a pipe would be waited for
            raise FileNotFoundError(f"there is no file {path}")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})
