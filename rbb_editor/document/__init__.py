"""The printed form of a report, composed once into blocks that Word, the page view and PDF render alike."""
