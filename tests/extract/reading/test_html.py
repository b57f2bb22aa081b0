import pytest

from extract.reading.html import UNDERLINED, Block, read_html


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>Et</p><p>&nbsp;</p><p>To &aring;</p>", [Block("Et"), Block("To å")]),
        ("Et<br/>To<br>", [Block("Et"), Block("To")]),
        ("<h2><span>Ind</span>stilling</h2>at", [Block("Indstilling", 2), Block("at")]),
        ("<h1><span><div><h2>Resume</h2></div></span></h1>", [Block("Resume", 2)]),
        ("<u>01-02-2025 Byråd</u><br>Udsat", [Block("01-02-2025 Byråd", UNDERLINED), Block("Udsat")]),
        ("<p>Se <u>her</u></p>", [Block("Se her")]),
        (
            "Fraværende: Bo Dahl\r\n\r\n<u>01-02-2025 Byråd 2022-2025</u><br>Udsat",
            [Block("Fraværende: Bo Dahl"), Block("01-02-2025 Byråd 2022-2025", UNDERLINED), Block("Udsat")],
        ),
        ("<p>Læs <u>01-02-2025 Byråd</u> igen.</p>", [Block("Læs 01-02-2025 Byråd igen.")]),
        ("<p>Læs <u>Byrådets plan</u></p>", [Block("Læs Byrådets plan")]),
        ("<ul><li><p>Et</p><ul><li>To</li></ul></li></ul>", [Block("Et", bullet=True), Block("To", bullet=True)]),
        ("<p>fast<del>e</del> pris<script>x()</script><img src='data:x'></p>", [Block("fast pris")]),
        ("<a href='https://x.example'>Bilag</a>", [Block("Bilag", link="https://x.example")]),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c", [Block("a b\tc", row=True)]),
        ("<table><tr><td colspan=2>Titel</td></tr></table>", [Block("Titel")]),
        ("<td>løs</td>", [Block("løs")]),
        ("", []),
    ],
)
def test_blocks(html: str, blocks: list[Block]) -> None:
    assert read_html(html) == blocks
