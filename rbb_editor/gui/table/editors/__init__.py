"""The editors that open over a cell: long text, completed figure, planned figure."""
