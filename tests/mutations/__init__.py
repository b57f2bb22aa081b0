"""What is changed in minutes changes in their facts, and nothing else does."""
