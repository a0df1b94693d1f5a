"""The colours of the program by what they are for, light and dark; contrasts were measured for each (LOOK.md §1)."""

from msgspec import Struct


class Palette(Struct, frozen=True):
    """One set of colours as "#RRGGBB"; a token says what a colour is for, never what it looks like."""

    chrome: str
    surface: str
    sunken: str
    canvas: str
    hair: str
    rule: str
    control: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    on_accent: str
    sel: str
    hover: str
    met: str
    exceeded: str
    shortfall: str
    unclear: str
    check: str
    inserted: str
    inserted_back: str
    deleted: str
    deleted_back: str
    mark: str
    bar_met: str
    bar_exceeded: str
    bar_shortfall: str
    bar_unclear: str
    on_bar: str


LIGHT = Palette(
    chrome="#F5F5F7",
    surface="#FFFFFF",
    sunken="#FAFAFB",
    canvas="#E9EAED",
    hair="#E3E4E8",
    rule="#C9CCD3",
    control="#868B95",
    text="#1C1E23",
    text2="#555A64",
    text3="#666B76",
    disabled="#A3A7AF",
    accent="#1D5FB4",
    on_accent="#FFFFFF",
    sel="#E9F1FB",
    hover="#EEEFF2",
    met="#2B7048",
    exceeded="#5A54A8",
    shortfall="#A8432B",
    unclear="#666B76",
    check="#8A5A00",
    inserted="#1F6B42",
    inserted_back="#E3F2E8",
    deleted="#A8432B",
    deleted_back="#FBE9E4",
    mark="#FFF0C2",
    bar_met="#8DBB9E",
    bar_exceeded="#A6A2D6",
    bar_shortfall="#D98E78",
    bar_unclear="#C3C7CE",
    on_bar="#1C1E23",
)

DARK = Palette(
    chrome="#191A1D",
    surface="#1F2024",
    sunken="#1B1C20",
    canvas="#141518",
    hair="#2E3036",
    rule="#43464E",
    control="#6F747F",
    text="#E4E5E9",
    text2="#A9AEB8",
    text3="#939AA5",
    disabled="#5C6069",
    accent="#7FB0F5",
    on_accent="#10233D",
    sel="#212D3F",
    hover="#292B31",
    met="#83C29B",
    exceeded="#B3AFEA",
    shortfall="#EA957C",
    unclear="#A0A5AF",
    check="#DDB05C",
    inserted="#83C29B",
    inserted_back="#1E3327",
    deleted="#EA957C",
    deleted_back="#3A2520",
    mark="#4A3F1C",
    bar_met="#467A5C",
    bar_exceeded="#6A65AB",
    bar_shortfall="#A05640",
    bar_unclear="#565B65",
    on_bar="#FFFFFF",
)
