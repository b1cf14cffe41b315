//! Each rule: where it speaks, where it does not, what it suggests.
