"""A folder whose files cannot be read is told in one sentence about the right file, and nothing is waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue.build import build_catalogue
from ccsdesk.rules.catalogue.folder import read_folder
from ccsdesk.rules.catalogue.mistakes import CatalogueErrors
from tests.support.catalogues import FILES, write


def test_a_catalogue_file_that_is_no_yaml_is_the_only_mistake(tmp_path: Path) -> None:
    broken = FILES["catalogue.yaml"] + "x: [\n"
    with pytest.raises(CatalogueErrors) as caught:
        build_catalogue(read_folder(write(tmp_path, {"catalogue.yaml": broken})))
    assert [one.file for one in caught.value.errors] == ["catalogue.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_in_the_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(write(tmp_path) / "programmes" / "pipe.yaml")
    with pytest.raises(CatalogueError, match="it is no file"):
        read_folder(tmp_path)
