"""How everything looks: tokens, theme, fonts, icons and signs. Measures and colours: design/LOOK.md."""
