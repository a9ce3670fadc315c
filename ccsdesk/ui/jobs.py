"""Work off the main thread: run a function there, deliver its result or its expected error on the main thread."""

from __future__ import annotations

import contextlib
import gc
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from ccsdesk.domain.errors import CcsError, GivenUpError

ResultT = TypeVar("ResultT")


class Jobs(QObject):
    """Runs one job after the other. An unexpected error is raised again on the main thread.

    `finished` says that a job has been delivered.
    """

    finished = Signal()
    _ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._open = True
        self._ready.connect(self._on_ready)
        self.destroyed.connect(partial(_forget, id(self)))

    def run(
        self,
        work: Callable[[], ResultT],
        *,
        then: Callable[[ResultT], None],
        otherwise: Callable[[CcsError], None],
        receiver: QObject | None = None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> None:
        """Have `work` done elsewhere, then call back here with what came of it; not once `stop` was called.

        Nor where `receiver` is gone by then: the page that asked may have been left. What is `wanted` no
        longer is not begun; long work asks itself and raises GivenUpError. Either way nobody is called.
        """

        def begin() -> ResultT:
            if not wanted():
                raise GivenUpError
            return work()

        if self._open:
            _sweeping.pause(id(self))
            self._thread.submit(
                self._work, begin, _if_there(receiver, then), _if_there(receiver, otherwise)
            )

    def stop(self) -> None:
        """Deliver nothing any more and wait for the job that is running; what waits is never begun."""
        self._open = False
        self._thread.shutdown(wait=True, cancel_futures=True)
        _sweeping.forget(id(self))

    def forget(self) -> None:
        """Deliver nothing any more."""
        self._open = False

    def _work(
        self,
        work: Callable[[], ResultT],
        then: Callable[[ResultT], None],
        otherwise: Callable[[CcsError], None],
    ) -> None:
        deliver: Callable[[], None]
        try:
            result = work()
        except GivenUpError:
            deliver = _nothing
        except CcsError as error:
            deliver = _calling(otherwise, error)
        except Exception as error:  # noqa: BLE001 - nothing may die in silence on another thread
            deliver = _raising(error)
        else:
            deliver = _calling(then, result)
        # the window may be gone by now, and this object with it
        with contextlib.suppress(RuntimeError):
            self._ready.emit(deliver)

    @Slot(object)
    def _on_ready(self, deliver: Callable[[], None]) -> None:
        _sweeping.resume(id(self))
        if not self._open:
            return
        try:
            deliver()
        finally:
            self.finished.emit()


def _if_there(
    receiver: QObject | None, back: Callable[[ResultT], None]
) -> Callable[[ResultT], None]:
    def call(result: ResultT) -> None:
        if receiver is None or isValid(receiver):
            back(result)

    return call


class _Sweeping:
    """Keeps Python from sweeping up while a job runs: it would do so on that thread, and what is swept may be a widget.

    A widget that goes on another thread than the main one takes the program with it. Used on the main thread alone.
    """

    def __init__(self) -> None:
        self._running: Counter[int] = Counter()

    def pause(self, owner: int) -> None:
        """A job of this owner was asked for."""
        self._running[owner] += 1
        gc.disable()

    def resume(self, owner: int) -> None:
        """One of them is over."""
        if self._running[owner] <= 1:
            self.forget(owner)
        else:
            self._running[owner] -= 1

    def forget(self, owner: int) -> None:
        """Every one of them is over."""
        self._running.pop(owner, None)
        if not self._running:
            gc.enable()


_sweeping = _Sweeping()


def _forget(owner: int, *_of_qt: object) -> None:
    _sweeping.forget(owner)


def _nothing() -> None:
    """What comes of a job that was given up."""


def _calling(back: Callable[[ResultT], None], with_what: ResultT) -> Callable[[], None]:
    return lambda: back(with_what)


def _raising(error: BaseException) -> Callable[[], None]:
    def again() -> None:
        raise error

    return again
