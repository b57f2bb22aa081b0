from api.service.shelf import Shelf


def test_what_was_not_asked_for_longest_goes_first() -> None:
    shelf: Shelf[bytes] = Shelf(10, len)
    shelf.put("a", b"1234")
    shelf.put("b", b"1234")
    assert shelf.get("a") == b"1234"
    shelf.put("c", b"1234")
    assert [shelf.get(key) for key in "abc"] == [b"1234", None, b"1234"]
    assert shelf.weight == 8


def test_what_alone_is_too_heavy_is_given_and_not_kept() -> None:
    shelf: Shelf[bytes] = Shelf(3, len)
    assert shelf.put("a", b"1234") == b"1234"
    assert shelf.get("a") is None
    assert shelf.weight == 0


def test_the_same_thing_weighs_once() -> None:
    shelf: Shelf[bytes] = Shelf(10, len)
    for _ in range(5):
        shelf.put("a", b"1234")
    assert shelf.weight == 4
