"""Reading Word files of any producer, straight from the XML: what a reader of the printed page would see."""
