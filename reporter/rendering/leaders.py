"""The dots of a list of contents as one text.

WeasyPrint fills the room between a title and its page with one box for each dot, and draws each by itself. The same
dots in the same places are one box here, where `setting` lays them out.
"""

from __future__ import annotations

from typing import Any

from reporter.rendering.setting import Line


def joined(handle_leader: Any, leader_index: Any, laid_out: Any) -> Any:
    """The engine's function that fills a line's leader, with its dots in one box."""

    def handle(context: Any, line: Any, containing_block: Any) -> Any:
        done = handle_leader(context, line, containing_block)
        _, leader = leader_index(line)
        if leader is None or len(leader.children) < 2:
            return done
        dot, first = leader.children[0], leader.children[-1]  # they are set from the right
        if not isinstance(dot.pango_layout, Line) or dot.pango_layout.setting.letter:
            return done
        whole = first.copy_with_text(dot.text * len(leader.children))
        found = laid_out(whole)
        if found is None:
            return done
        own, paragraph = found
        width = paragraph.x[-1] * own.size
        if abs(width - dot.width * len(leader.children)) > 0.01:  # dots that close up are none of ours
            return done
        whole.width = width
        whole.pango_layout = Line(paragraph, 0, len(paragraph.text), own)
        leader.children = (whole,)
        return done

    return handle
