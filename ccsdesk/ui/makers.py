"""How each page is made with its presenter, and what its wishes lead to; imported when first shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ccsdesk.ui.rooms import Room

if TYPE_CHECKING:
    from ccsdesk.ui.front import Front


def makers(front: Front) -> dict[str, Callable[[], Room]]:
    """For every page by its name."""
    return {
        "start": partial(_start, front),
        "question": partial(_question, front),
        "overview": partial(_overview, front),
        "review": partial(_review, front),
        "results": partial(_results, front),
        "plan": partial(_plan, front),
        "take_away": partial(_take_away, front),
        "browse": partial(_browse, front),
        "about": partial(_about, front),
    }


def _start(front: Front) -> Room:
    from ccsdesk.ui.pages.start import StartPage
    from ccsdesk.ui.presenters.start import StartPresenter

    opening = front.opening
    page = StartPage(front.visit.catalogue.languages, has_example=opening.example is not None)
    presenter = StartPresenter(
        page, front.visit, problem=opening.problem, trouble=opening.trouble, parent=page
    )
    page.open_asked.connect(front.open_answers)
    page.example_asked.connect(front.open_example)
    page.language_chosen.connect(front.visit.speak)
    page.theme_chosen.connect(front.looks.use_theme)
    page.size_asked.connect(lambda up: front.looks.zoom(up=up))
    presenter.page_asked.connect(front.show)
    presenter.resumed.connect(front.on_resumed)
    presenter.over_asked.connect(front.start_over)
    front.idle.rested.connect(presenter.look_again)
    return Room(page, presenter.show, show_look=page.show_look)


def _question(front: Front) -> Room:
    from ccsdesk.ui.pages.question import QuestionPage
    from ccsdesk.ui.presenters.question import QuestionPresenter

    page = QuestionPage()
    presenter = QuestionPresenter(page, front.visit, parent=page)
    presenter.page_asked.connect(front.show)
    return Room(page, presenter.show, presenter.keep)


def _overview(front: Front) -> Room:
    from ccsdesk.ui.pages.overview import OverviewPage
    from ccsdesk.ui.presenters.overview import OverviewPresenter

    page = OverviewPage()
    presenter = OverviewPresenter(page, front.visit, parent=page)
    presenter.question_asked.connect(front.visit.open)
    presenter.page_asked.connect(front.show)
    return Room(page, presenter.show)


def _review(front: Front) -> Room:
    from ccsdesk.ui.pages.review import ReviewPage
    from ccsdesk.ui.presenters.review import ReviewPresenter

    page = ReviewPage()
    presenter = ReviewPresenter(page, front.visit, parent=page)
    presenter.question_asked.connect(front.ask)
    presenter.page_asked.connect(front.show)
    return Room(page, presenter.show)


def _results(front: Front) -> Room:
    from ccsdesk.ui.pages.results import ResultsPage
    from ccsdesk.ui.presenters.results import ResultsPresenter

    page = ResultsPage()
    presenter = ResultsPresenter(page, front.visit, parent=page)
    presenter.question_asked.connect(front.ask)
    presenter.page_asked.connect(front.step)
    return Room(page, presenter.show)


def _plan(front: Front) -> Room:
    from ccsdesk.ui.pages.plan import PlanPage
    from ccsdesk.ui.presenters.plan import PlanPresenter

    page = PlanPage()
    presenter = PlanPresenter(page, front.visit, parent=page)
    return Room(page, presenter.show, presenter.keep)


def _take_away(front: Front) -> Room:
    from ccsdesk.ui.pages.take_away import TakeAwayPage
    from ccsdesk.ui.presenters.take_away import TakeAwayPresenter

    page = TakeAwayPage(front.visit.catalogue.languages)
    presenter = TakeAwayPresenter(page, front.visit, front.dialogs, parent=page)
    return Room(page, presenter.show)


def _browse(front: Front) -> Room:
    from ccsdesk.ui.pages.browse import BrowsePage
    from ccsdesk.ui.presenters.browse import BrowsePresenter

    page = BrowsePage()
    presenter = BrowsePresenter(page, front.visit, front.dialogs, parent=page)
    return Room(page, presenter.show)


def _about(front: Front) -> Room:
    from ccsdesk.ui.pages.about import AboutPage
    from ccsdesk.ui.presenters.about import AboutPresenter

    page = AboutPage()
    presenter = AboutPresenter(page, front.visit, parent=page)
    return Room(page, presenter.show)
