"""From sources to files in `out/`: the plan, the workers, and files that appear whole or not at all."""
