"""Builds a wheel with the command `catalog`, which Cargo compiles from this clone.

`pip install .` calls this backend, as `pyproject.toml` states and PEP 517 describes. The wheel is installed where it was
built, and is never published.
"""
import base64
import hashlib
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def version():
    """Returns the version of the workspace."""
    manifest = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    return re.search(r'^version = "(.+)"$', manifest, re.MULTILINE).group(1)


def metadata():
    """Returns the files of the directory `dist-info`, except the list of all files."""
    return {
        "METADATA": f"Metadata-Version: 2.1\nName: catalog-cli\nVersion: {version()}\n",
        # The tag does not name the platform, because the wheel stays on this machine.
        "WHEEL": "Wheel-Version: 1.0\nGenerator: catalog_wheel\nRoot-Is-Purelib: false\nTag: py3-none-any\n",
    }


def compiled(directory):
    """Compiles the command, and returns its path."""
    # The tests set CATALOG_PROGRAM to a program that is already built.
    if "CATALOG_PROGRAM" in os.environ:
        return pathlib.Path(os.environ["CATALOG_PROGRAM"])
    cargo = shutil.which("cargo")
    if cargo is None:
        sys.exit("catalog: `cargo` not found: install Rust from https://rustup.rs, and run this again")
    install = [cargo, "install", "--quiet", "--locked", "--path", ROOT / "catalog" / "cli", "--root", directory]
    # Keep the gigabyte of intermediate files out of pre-commit's clone.
    if subprocess.run([*install, "--target-dir", directory / "target"], check=False).returncode != 0:
        sys.exit("catalog: the command cannot be compiled: see the messages above")
    return next((directory / "bin").iterdir())


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    """Writes the metadata without compiling anything, and returns the name of their directory."""
    name = f"catalog_cli-{version()}.dist-info"
    directory = pathlib.Path(metadata_directory, name)
    directory.mkdir()
    for file, text in metadata().items():
        (directory / file).write_text(text, encoding="utf-8")
    return name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Writes the wheel, and returns its name."""
    stem = f"catalog_cli-{version()}"
    files = {f"{stem}.dist-info/{file}": text.encode() for file, text in metadata().items()}
    with tempfile.TemporaryDirectory() as directory:
        program = compiled(pathlib.Path(directory))
        files[f"{stem}.data/scripts/{program.name}"] = program.read_bytes()
    record = f"{stem}.dist-info/RECORD"
    rows = [f"{file},sha256={digest(content)},{len(content)}\n" for file, content in files.items()]
    files[record] = "".join([*rows, f"{record},,\n"]).encode()
    name = f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(wheel_directory, name), "w") as wheel:
        for file, content in files.items():
            entry = zipfile.ZipInfo(file)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # `pip` installs a file as executable only if the wheel states these permissions.
            entry.external_attr = (stat.S_IFREG | (0o755 if "/scripts/" in file else 0o644)) << 16
            wheel.writestr(entry, content)
    return name


def digest(content):
    """Returns the checksum of a file in the form of the list of files."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
