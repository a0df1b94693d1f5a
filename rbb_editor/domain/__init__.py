"""What a report is: frozen values with stable ids, and pure functions over them. Standard library only."""
