"""The printed form on the screen, on paper and as PDF: the blocks of `document` set in lines and pages.

All lengths are twips (1/20 point, 1/1440 inch), as in Word; fonts have as many pixels as their size has twips, and the
painter is scaled.
"""
