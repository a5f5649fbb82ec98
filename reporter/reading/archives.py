"""Members of zip archives, read with limits: what an archive says of its sizes may be a lie or a bomb."""

from __future__ import annotations

import zipfile

MAX_BYTES = 64 * 1024 * 1024
"""No newspaper page is larger than this, packed or unpacked."""
MAX_RATIO = 200
"""Text packs about five times smaller; an archive that claims more than this is a bomb."""


def oversized(member: zipfile.ZipInfo) -> str:
    """Why a member is too large to be opened, or nothing."""
    if member.file_size > MAX_BYTES:
        return f"the file is larger than {MAX_BYTES >> 20} MB"
    if member.file_size > MAX_RATIO * max(1, member.compress_size) and member.file_size > 1 << 20:
        return "the file unpacks to far more than any text would"
    return ""


def content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """A member's bytes, never more than it says it has: read whole, a wrong size would unpack to anything.

    Raises whatever a damaged or encrypted archive runs into.
    """
    with archive.open(member) as file:
        return file.read(member.file_size + 1)
