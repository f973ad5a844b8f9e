//! Byte, UTF-16 and code-point offsets.
