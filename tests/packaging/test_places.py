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


def test_copies_of_the_sample_that_nobody_changed_go_at_the_next_start(tmp_path: Path):
    data = tmp_path / "data"
    reports = [places.new_sample_folder(data) / "sample_en.rbb" for _ in range(4)]
    for report in reports:
        report.write_text("as made")
        places.mark_untouched(report)
    untouched, changed, opened, with_more = reports
    untouched.with_suffix(".docx").touch()
    changed.write_text("somebody's work")
    (opened.parent / ".~lock.sample_en.rbb#").touch()
    (with_more.parent / "notes.txt").touch()
    (data / "sample-old").mkdir()  # of a version that made no notes
    places.clear_untouched_samples(data)
    assert [folder.name for folder in sorted(data.iterdir())] == ["sample-2", "sample-3", "sample-4", "sample-old"]
    assert places.new_sample_folder(data).name == "sample-1"


def test_a_report_that_is_only_looked_at_stays_as_made(tmp_path: Path):
    from rbb_editor.domain.entities import ReportInfo
    from rbb_editor.domain.report import Report
    from rbb_editor.project import Project

    report = places.new_sample_folder(tmp_path) / "sample_en.rbb"
    Project.create(report, Report([ReportInfo(language="en")]), author="Tester").close()
    places.mark_untouched(report)
    Project.open(report, author="Reader").close()
    places.clear_untouched_samples(tmp_path)
    assert not report.exists()


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
