#!/usr/bin/env python3
"""configure.py <preset> [cmake arguments…]: configures build/<preset> from CMakePresets.json.

The presets need CMake 3.25; this reads the same file, so that the scripts work with 3.22 (Ubuntu 22.04) too.
"""
import json, os, pathlib, shutil, subprocess, sys

root = pathlib.Path(__file__).resolve().parent.parent
presets = {p["name"]: p for p in json.loads((root / "CMakePresets.json").read_text())["configurePresets"]}
name = sys.argv[1]
preset = {}
for link in (presets[presets[name].get("inherits", name)], presets[name]):
    preset |= link
flags = [f"-D{key}={value}" for key, value in preset["cacheVariables"].items()]
if "toolchainFile" in preset:
    toolchain = pathlib.Path(preset["toolchainFile"])
    if not toolchain.exists():
        sys.exit(f"{toolchain} is missing: install the package emscripten (scripts/setup does)")
    flags.append(f"-DCMAKE_TOOLCHAIN_FILE={toolchain}")
has_ccache = shutil.which("ccache") and "CCACHE_DISABLE" not in os.environ   # it keeps the objects of single files; precompiled headers it does not understand
hurry = "OFF" if has_ccache else "ON"   # precompiled headers and joined sources
flags += [f"-DPROBLEMATOR_{way}={hurry}" for way in ("PCH", "UNITS")]
flags += ["-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"] if has_ccache else []
environment = os.environ | preset.get("environment", {})
command = ["cmake", "-S", str(root), "-B", str(root / "build" / name), "-G", preset["generator"], *flags, *sys.argv[2:]]
done = subprocess.run(command, env=environment, capture_output=True, text=True)
if done.returncode:
    sys.exit(done.stdout + done.stderr)
print(f"configured build/{name}")
