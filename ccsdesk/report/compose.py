"""The chapters in order: from a plan's content to one document of blocks."""

from __future__ import annotations

from ccsdesk.report.blocks import Document
from ccsdesk.report.content import PlanContent
from ccsdesk.report.evidence_chapter import evidence_chapter
from ccsdesk.report.front import fronts
from ccsdesk.report.help_chapter import help_chapter
from ccsdesk.report.outlook_chapter import outlook_chapter
from ccsdesk.report.profile_chapter import profile_chapter
from ccsdesk.report.programme_chapter import programmes_chapter
from ccsdesk.report.telling import Telling
from ccsdesk.report.timeline_chapter import timeline_chapter


def compose(content: PlanContent) -> Document:
    """The whole plan as blocks."""
    telling = Telling(content)
    title = telling.say("Your support plan")
    name = content.answers.name
    day = telling.words.day(content.day)
    return Document(
        title=f"{title}: {name}" if name else title,
        subject=telling.say("Support programmes that fit, made on {day}", day=content.day),
        author=content.hub.name if content.hub else "CCS Desk",
        language=content.language,
        header=" · ".join(part for part in (title, name, day) if part),
        page_of=telling.say("{page} / {pages}", page="{page}", pages="{pages}"),
        fronts=fronts(telling),
        blocks=(
            *profile_chapter(telling),
            *programmes_chapter(telling),
            *timeline_chapter(telling),
            *outlook_chapter(telling),
            *help_chapter(telling),
            *evidence_chapter(telling),
        ),
    )
