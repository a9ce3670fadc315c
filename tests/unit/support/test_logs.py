"""The watch that makes unannounced log records fail a test."""

from __future__ import annotations

import logging

from tests.support.logs import LogWatch


def record(name: str, level: int, text: str) -> logging.LogRecord:
    return logging.LogRecord(name, level, __file__, 1, text, None, None)


def test_a_record_nobody_announced_is_unexpected():
    watch = LogWatch()
    watch.handle(record("ccsdesk.store", logging.WARNING, "slow disk"))
    assert watch.unexpected() == ["WARNING ccsdesk.store: slow disk"]


def test_an_announced_record_is_expected():
    watch = LogWatch()
    watch.expect("slow", logger="ccsdesk")
    watch.handle(record("ccsdesk.store", logging.WARNING, "slow disk"))
    assert watch.unexpected() == []
    assert watch.unmet() == []


def test_an_announcement_holds_only_for_its_logger():
    watch = LogWatch()
    watch.expect("slow", logger="ccsdesk.st")
    watch.handle(record("ccsdesk.store", logging.ERROR, "slow disk"))
    assert watch.unexpected() == ["ERROR ccsdesk.store: slow disk"]
    assert watch.unmet() == ["slow"]


def test_the_fixture_hears_the_loggers_of_the_program(log_watch):
    log_watch.expect("^disk nearly full$", logger="ccsdesk.store")
    logging.getLogger("ccsdesk.store.files").warning("disk nearly full")


def test_information_is_not_heard(log_watch):
    logging.getLogger("ccsdesk").info("all is well")
    assert log_watch.unexpected() == []
