"""Work off the main thread comes back on it, whatever comes of it."""

from __future__ import annotations

import gc
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject

from ccsdesk.domain.errors import CcsError, GivenUpError
from ccsdesk.ui.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.stop()


def refuse(error):
    raise error


def test_a_result_comes_back_on_the_main_thread(jobs, qtbot):
    threads = []
    with qtbot.waitSignal(jobs.finished):
        jobs.run(
            threading.get_ident,
            then=lambda other: threads.extend([other, threading.get_ident()]),
            otherwise=refuse,
        )
    assert threads[0] != threads[1] == threading.get_ident()


def test_an_expected_error_comes_back_as_what_it_is(jobs, qtbot):
    told = []
    with qtbot.waitSignal(jobs.finished):
        jobs.run(lambda: refuse(CcsError("No.")), then=refuse, otherwise=told.append)
    assert [str(error) for error in told] == ["No."]


def test_an_unexpected_error_is_raised_on_the_main_thread(jobs, qtbot):
    error = RuntimeError("ours")
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(jobs.finished):
        jobs.run(lambda: refuse(error), then=refuse, otherwise=refuse)
    assert [one[1] for one in caught] == [error]


def test_jobs_are_done_one_after_the_other(jobs, qtbot):
    done = []
    for number in range(5):
        jobs.run(lambda number=number: number, then=done.append, otherwise=refuse)
    qtbot.waitUntil(lambda: len(done) == 5)
    assert done == [0, 1, 2, 3, 4]


def test_a_job_that_nobody_wants_any_more_is_not_begun(jobs, qtbot):
    begun, told, gate, wants = [], [], threading.Event(), [True]
    jobs.run(lambda: gate.wait(60), then=told.append, otherwise=refuse)
    jobs.run(
        lambda: begun.append("old"),
        then=told.append,
        otherwise=refuse,
        wanted=lambda: wants[0],
    )
    wants[0] = False
    jobs.run(lambda: "new", then=told.append, otherwise=refuse)
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert begun == []
    assert told == [True, "new"]


def test_a_job_that_gives_up_calls_nobody(jobs, qtbot):
    def give_up():
        raise GivenUpError

    with qtbot.waitSignal(jobs.finished):
        jobs.run(give_up, then=refuse, otherwise=refuse)
    assert gc.isenabled()


def test_nothing_of_qt_is_ever_swept_up_on_another_thread(jobs, qtbot):
    threads = []

    def note(phase, _info):
        if phase == "start":
            threads.append(threading.get_ident())

    gc.callbacks.append(note)
    try:
        with qtbot.waitSignal(jobs.finished):
            jobs.run(
                lambda: [[number] for number in range(50_000)],
                then=lambda _: None,
                otherwise=refuse,
            )
    finally:
        gc.callbacks.remove(note)
    assert set(threads) <= {threading.get_ident()}
    assert gc.isenabled()


def test_sweeping_goes_on_after_jobs_that_are_never_delivered(qapp):
    begun, go_on = threading.Event(), threading.Event()
    made = Jobs()

    def work():
        begun.set()
        go_on.wait()

    for _ in range(3):
        made.run(work, then=refuse, otherwise=refuse)
    begun.wait()
    paused = not gc.isenabled()
    go_on.set()
    made.stop()
    assert paused
    assert gc.isenabled()


def test_after_stopping_nothing_is_delivered_or_begun(jobs, qtbot):
    begun, go_on = threading.Event(), threading.Event()
    done = []

    def slow():
        begun.set()
        go_on.wait(20)
        return 1

    jobs.run(slow, then=done.append, otherwise=refuse)
    jobs.run(lambda: 2, then=done.append, otherwise=refuse)
    assert begun.wait(20)
    jobs.forget()
    go_on.set()
    jobs.stop()
    jobs.run(lambda: 3, then=done.append, otherwise=refuse)
    with qtbot.assertNotEmitted(jobs.finished, wait=50):
        pass
    assert done == []


def test_who_asked_and_has_gone_is_not_called(jobs, qtbot):
    asker = QObject()
    called = []
    begin = threading.Event()
    jobs.run(lambda: begin.wait(10), then=called.append, otherwise=called.append, receiver=asker)
    shiboken6.delete(asker)
    with qtbot.waitSignal(jobs.finished):
        begin.set()
    assert called == []
