#!/usr/bin/env bash
# Starts a Slurm of one node in FOLDER, of this user and on ports of its own, runs COMMAND in it, and stops it again.
# one_node_slurm.sh FOLDER COMMAND…
set -euo pipefail
folder=$(realpath "$1")
shift
node=$(hostname -s)
port=$((20000 + RANDOM % 10000))
mkdir -p "$folder/state" "$folder/spool"
cat > "$folder/slurm.conf" <<CONFIGURATION
ClusterName=one
SlurmctldHost=$node(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/none
CredType=cred/none
MpiDefault=none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName=$node NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
CONFIGURATION
export SLURM_CONF=$folder/slurm.conf
PATH=$PATH:/usr/sbin
daemons=()
trap 'kill "${daemons[@]}" 2>/dev/null || true; wait' EXIT
slurmctld -D > "$folder/slurmctld.out" 2>&1 &
daemons+=($!)
slurmd -D > "$folder/slurmd.out" 2>&1 &
daemons+=($!)
for _ in $(seq 100); do
  [ "$(sinfo --noheader --format %t 2>/dev/null)" = idle ] && break
  sleep 0.2
done
"$@"
