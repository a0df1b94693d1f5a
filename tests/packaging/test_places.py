"""Which folders run.py chooses."""

from pathlib import Path, PurePosixPath

import pytest

from firstrun import places
from firstrun.problem import Problem


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {"HOME": "/home/ana"}, "/home/ana/.cache/rbb-editor"),
        ("linux", {"HOME": "/home/ana", "XDG_CACHE_HOME": "/big/cache"}, "/big/cache/rbb-editor"),
        ("linux", {"HOME": "/home/ana", "XDG_CACHE_HOME": "relative"}, "/home/ana/.cache/rbb-editor"),
        ("darwin", {"HOME": "/Users/ana"}, "/Users/ana/Library/Caches/rbb-editor"),
        ("win32", {"USERPROFILE": "/Users/ana"}, "/Users/ana/AppData/Local/rbb-editor/cache"),
        ("win32", {"LOCALAPPDATA": "/L"}, "/L/rbb-editor/cache"),
    ],
)
def test_the_cache_follows_the_custom_of_the_system(platform: str, environ: dict[str, str], expected: str):
    assert PurePosixPath(places.user_folder("cache", environ, platform)) == PurePosixPath(expected)


def test_the_environment_lies_in_the_checkout_else_in_the_cache():
    first, second = places.environments(Path("/my work/rbb"), {"HOME": "/home/ana"})
    assert first == Path("/my work/rbb/.venv")
    assert second == Path("/home/ana/.cache/rbb-editor/venv/my-work-rbb")


def test_two_checkouts_do_not_share_an_environment():
    home = {"HOME": "/home/ana"}
    assert places.environments(Path("/a/rbb"), home)[1] != places.environments(Path("/b/rbb"), home)[1]


def test_a_chosen_environment_stands_alone(tmp_path: Path):
    assert places.environments(Path("/rbb"), {"RBB_EDITOR_VENV": str(tmp_path)}) == [tmp_path]


def test_a_file_in_the_way_cannot_be_written(tmp_path: Path):
    (tmp_path / "file").touch()
    assert places.can_write(tmp_path / "new" / "folder")
    assert not places.can_write(tmp_path / "file" / "folder")


def test_every_copy_of_the_sample_has_its_own_folder(tmp_path: Path):
    data = tmp_path / "data"
    assert [places.new_sample_folder(data).name for _ in range(3)] == ["sample-1", "sample-2", "sample-3"]


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "data").touch()
    with pytest.raises(Problem, match=r"sample-1: Not a directory\.$"):
        places.new_sample_folder(tmp_path / "data")


def test_the_sample_speaks_the_language_of_the_locale_where_there_is_one(tmp_path: Path):
    samples = tmp_path / "resources" / "samples"
    samples.mkdir(parents=True)
    for name in ("sample_en.json", "sample_zh.json"):
        (samples / name).touch()
    assert places.sample_file(tmp_path, {"LANG": "zh_CN.UTF-8"}).name == "sample_zh.json"
    assert places.sample_file(tmp_path, {"LANG": "de_DE.UTF-8"}).name == "sample_en.json"
    assert places.sample_file(tmp_path, {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}).name == "sample_en.json"
    assert places.sample_file(tmp_path, {}).name == "sample_en.json"
