# To be sourced in the project's folder, with $work a folder to put things into: a Java, and a Python that has Spark.
missing=""
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
python3 -c "import ensurepip, venv" 2>/dev/null || missing="$missing python3-venv"
if [ -n "$missing" ]; then
  echo "installing$missing" >&2
  apt-get update -q >&2
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2
fi
venv=${VENV:-$work/venv}
if ! "$venv/bin/python" -c "import pyspark, pyarrow, pandas" 2>/dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r Integrations/Spark/requirements.txt
fi
# Spark's scripts would else take the first python3 of the path, in the driver and in the workers.
PYSPARK_PYTHON=$(realpath -s "$venv/bin/python")
PYSPARK_DRIVER_PYTHON=$PYSPARK_PYTHON
SPARK_HOME=$("$PYSPARK_PYTHON" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
# Nothing leaves this machine.
SPARK_LOCAL_IP=127.0.0.1
export PYSPARK_PYTHON PYSPARK_DRIVER_PYTHON SPARK_HOME SPARK_LOCAL_IP
